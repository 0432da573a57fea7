"""The report as one self-contained page."""
def page(run, manifest, *, language, audience): return "<!DOCTYPE html>"
