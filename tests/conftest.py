"""What all tests share."""

from hypothesis import settings

# Examples are the same in every run, and none fails because the machine is busy.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
