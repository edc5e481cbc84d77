# One measure of bench/survey.py: the same task by R survey, the table being in memory.
suppressMessages(library(survey))
given <- commandArgs(TRUE); folder <- given[1]; task <- given[2]; rows <- as.integer(given[3])
names <- c("w", "stratum", "psu", "region", "sex", "age", "degree", paste0("q", 0:19))
data <- as.data.frame(lapply(setNames(names, names), function(name) readBin(file.path(folder, paste0(name, ".bin")), "double", rows)))
margins <- read.csv(file.path(folder, "margins.csv"))
for (name in unique(margins$variable)) data[[name]] <- factor(data[[name]])
start <- proc.time()[["elapsed"]]
design <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = data, nest = TRUE)
if (task == "replicates") design <- as.svrepdesign(design, type = "subbootstrap", replicates = 200, compress = FALSE)
if (task != "proportions") {
  size <- sum(data$w); population <- c(`(Intercept)` = size)
  for (name in unique(margins$variable)) {
    part <- margins[margins$variable == name, ][-1, ]
    population[paste0(name, part$category)] <- part$total * size
  }
  whole <- if (task == "replicates") list(compress = FALSE) else list() # else it looks for a column that is not there
  asked <- list(design, ~region + sex + age + degree, population, calfun = "raking", epsilon = 1e-10, maxit = 200)
  design <- do.call(calibrate, c(asked, whole))
}
if (task != "raking") for (item in paste0("q", 0:19)) {
  design$variables$y <- as.numeric(design$variables[[item]] >= 4)
  found <- svyby(~y, ~region, design, svymean, na.rm = TRUE)
}
cat(sprintf('{"seconds": %.6f}\n', proc.time()[["elapsed"]] - start))
