"""Files of survey data: CSV, Parquet, XLSX, SPSS and Stata, and the dictionary that describes them."""
