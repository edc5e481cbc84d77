"""Courses as packages for other learning platforms: SCORM 1.2 and cmi5."""
