"""The classes that nbgrader_config.py puts in the places of nbgrader's own."""
