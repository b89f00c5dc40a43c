"""Published negotiation domains in the XML of GENIUS, and their way into a scenario.

`reader` reads XML that nobody has checked, `folder` chooses three files of a folder, `elements`
and `convert` turn them into a domain, and `importing` writes it down.
"""
