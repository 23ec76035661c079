"""What the gates' formulas run on: floats, floats by IEEE 754, and symbols. Arrays run on NumPy itself."""
