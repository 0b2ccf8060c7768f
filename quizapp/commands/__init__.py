"""The commands: arguments in, printing out, nothing else.

Modules that take time to load are imported by the commands that need them, so that answering a
card in a script does not wait for a tagger.
"""
