# Agreement of respondents on items, by R: r_wg and AD_M from the package multilevel, analysis of variance from stats.
# Called by agreement.py with a CSV file of columns table, item, respondent, level; prints CSV lines.
suppressMessages(library(multilevel))
answers <- read.csv(commandArgs(TRUE)[1])
for (table in unique(answers$table)) {
  part <- answers[answers$table == table, ]
  within <- rwg(part$level, part$item, ranvar = 2)
  deviation <- ad.m(part$level, part$item, type = "mean")
  for (row in seq_len(nrow(within))) {
    cat(table, within$grpid[row], "rwg", format(within$rwg[row], digits = 17), "\n", sep = ",")
    cat(table, within$grpid[row], "ad", format(deviation$AD.M[row], digits = 17), "\n", sep = ",")
  }
  model <- aov(level ~ as.factor(item), data = part)
  found <- summary(model)[[1]]
  values <- c(f = found[1, 4], p = found[1, 5], df1 = found[1, 1], df2 = found[2, 1], msb = found[1, 3], msw = found[2, 3])
  if (length(unique(table(part$item))) == 1) values <- c(values, icc1 = ICC1(model), icc2 = ICC2(model))
  for (name in names(values)) cat(table, "", name, format(values[[name]], digits = 17), "\n", sep = ",")
}
