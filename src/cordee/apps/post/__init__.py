"""The post office: every letter the site sends is written down first, then sent once by a job, and tried again."""
