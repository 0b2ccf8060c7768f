"""What goes with ``scheduling``: intervals, whole histories, fitted models, and what would be.

Pure: values in, values out; the clock is an argument.
"""
