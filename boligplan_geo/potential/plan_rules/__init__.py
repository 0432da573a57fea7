"""What plans say of one part, subject by subject, as low, mid and high: the rules of plan homes."""
