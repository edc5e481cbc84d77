# Estimates of surveys by R: what tests/stats/test_agreement.py expects of each design in tests/stats/cases.
#
#   Rscript tests/oracles/survey.R        from the root of the project; needs the packages survey and MASS
#
# Writes tests/stats/data/*.csv (made here, from a seed, or taken from the package's own `api` data), and
# tests/stats/expected/*.csv, one file a design. Conventions: variances after calibrate(), design effects against simple
# random sampling with replacement (deff = "replace"), intervals of proportions on the logit, Student's quantiles with
# the degrees of freedom of the base, quantiles by qrule "math" with Woodruff intervals.
suppressMessages(library(survey))
suppressWarnings(RNGversion("4.0.0"))
data(api)
here <- "tests/stats"
written <- function(x) { x <- as.numeric(x); ifelse(is.na(x), "", formatC(x, digits = 17, format = "g")) }
save_data <- function(data, name)
  write.csv(data, file.path(here, "data", name), row.names = FALSE, na = "", quote = FALSE)

# --- rows of results ------------------------------------------------------------------------------------------------
weighted_rows <- function(d) weights(d, "sampling") != 0
count <- function(d, x) sum(weighted_rows(d) & !is.na(x))
line <- function(measure, variable, values, domain, n, estimate, se, ci, df, deff = NA)
  data.frame(measure, variable, values, domain, n = n, estimate = written(estimate), se = written(se),
             lower = written(ci[1]), upper = written(ci[2]), df = df, deff = written(deff))
student <- function(estimate, se, df) estimate + c(-1, 1) * qt(.975, df) * se
cuts <- function(d, by) {
  if (length(by) == 0) return(list(list(name = "", inside = rep(TRUE, nrow(d$variables)))))
  keys <- unique(d$variables[by]); keys <- keys[complete.cases(keys), , drop = FALSE]
  keys <- keys[do.call(order, c(unname(as.list(keys)), method = "radix")), , drop = FALSE]
  lapply(seq_len(nrow(keys)), function(k) {
    inside <- Reduce(`&`, lapply(by, function(v) !is.na(d$variables[[v]]) & d$variables[[v]] == keys[k, v]))
    list(name = paste(sapply(keys[k, , drop = FALSE], as.character), collapse = ";"), inside = inside)
  })
}
is_replicated <- function(d) inherits(d, "svyrep.design")
effect <- function(d) if (is_replicated(d)) FALSE else "replace"
effect_of <- function(d, m) if (is_replicated(d)) NA else deff(m)
degrees <- function(d) if (is_replicated(d)) d$asked_df else degf(d)
each <- function(d, by, make) do.call(rbind, lapply(cuts(d, by), make))
# A calibrated design keeps every row, with a weight of 0 outside of the base: answers there must not be missing.
base_of <- function(d, known, filled = c()) {
  for (variable in filled) d$variables[[variable]][!known & is.na(d$variables[[variable]])] <- 0
  d$variables$.known <- known
  subset(d, .known)
}
means <- function(d, variable, by = c()) each(d, by, function(cut) {
  x <- d$variables[[variable]]; s <- base_of(d, cut$inside & !is.na(x), variable)
  m <- svymean(as.formula(paste0("~", variable)), s, deff = effect(s)); df <- degrees(s)
  line("mean", variable, "", cut$name, count(s, s$variables[[variable]]), coef(m), SE(m), student(coef(m), SE(m), df), df,
       effect_of(s, m))
})
shares <- function(d, variable, values, by = c()) each(d, by, function(cut) {
  x <- d$variables[[variable]]; d$variables$.y <- as.numeric(x %in% values); s <- base_of(d, cut$inside & !is.na(x))
  m <- svymean(~.y, s, deff = effect(s)); df <- degrees(s); p <- coef(m)
  ci <- plogis(qlogis(p) + c(-1, 1) * qt(.975, df) * SE(m) / (p * (1 - p)))
  line("proportion", variable, paste(values, collapse = "|"), cut$name, count(s, s$variables$.y), p, SE(m), ci, df, effect_of(s, m))
})
totals <- function(d, variable, by = c()) each(d, by, function(cut) {
  x <- d$variables[[variable]]; s <- base_of(d, cut$inside & !is.na(x), variable)
  m <- svytotal(as.formula(paste0("~", variable)), s, deff = effect(s)); df <- degrees(s)
  line("total", variable, "", cut$name, count(s, s$variables[[variable]]), coef(m), SE(m), student(coef(m), SE(m), df), df,
       effect_of(s, m))
})
ratios <- function(d, top, bottom, by = c()) each(d, by, function(cut) {
  known <- !is.na(d$variables[[top]]) & !is.na(d$variables[[bottom]]); s <- base_of(d, cut$inside & known, c(top, bottom))
  m <- svyratio(as.formula(paste0("~", top)), as.formula(paste0("~", bottom)), s, deff = effect(s)); df <- degrees(s)
  line("ratio", paste0(top, "/", bottom), "", cut$name, count(s, s$variables[[top]]), coef(m), SE(m),
       student(coef(m), SE(m), df), df, effect_of(s, m))
})
quantiles <- function(d, variable, shares, by = c()) do.call(rbind, lapply(shares, function(share) each(d, by, function(cut) {
  x <- d$variables[[variable]]; s <- base_of(d, cut$inside & !is.na(x), variable); df <- degrees(s)
  q <- svyquantile(as.formula(paste0("~", variable)), s, share, df = df)[[1]]
  line("quantile", variable, share, cut$name, count(s, s$variables[[variable]]), q[1, 1], q[1, 4], q[1, 2:3], df)
})))
# A difference of means is the total of its linearised variable: R computes the variance of that total.
gap <- function(d, measure, variable, values, y, left, right, name) {
  w <- weights(d, "sampling"); known <- !is.na(y) & w != 0; y[!known] <- 0
  side <- function(inside) { inside <- inside & known; total <- sum(w[inside]); m <- sum((w * y)[inside]) / total
    list(m = m, z = ifelse(inside, (y - m) / total, 0)) }
  a <- side(left); b <- side(right); d$variables$.z <- a$z - b$z; both <- base_of(d, known & (left | right))
  se <- SE(svytotal(~.z, d)); df <- degrees(both)
  line(measure, variable, values, name, sum(known & (left | right)), a$m - b$m, se, student(a$m - b$m, se, df), df)
}
against_rest <- function(d, variable, along) do.call(rbind, lapply(cuts(d, along), function(cut) {
  rest <- !is.na(d$variables[[along]]) & !cut$inside
  gap(d, "difference", variable, "", d$variables[[variable]], cut$inside, rest, paste0(cut$name, " vs rest"))
}))
change <- function(d, variable, values, along, from, to, by = c()) do.call(rbind, lapply(cuts(d, by), function(cut) {
  x <- d$variables[[variable]]; y <- ifelse(is.na(x), NA, as.numeric(x %in% values)); wave <- d$variables[[along]]
  name <- paste(c(if (cut$name != "") cut$name, paste(to, "vs", from)), collapse = ";")
  gap(d, "change", variable, paste(values, collapse = "|"), y, cut$inside & wave == to, cut$inside & wave == from, name)
}))
expect <- function(name, ...) write.csv(rbind(...), file.path(here, "expected", paste0(name, ".csv")), row.names = FALSE,
                                        quote = FALSE)
margin_file <- function(name, ...) {
  margins <- list(...)
  rows <- do.call(rbind, lapply(names(margins), function(v) { categories <- names(margins[[v]])
    data.frame(variable = v, category = if (is.null(categories)) "" else categories, total = unname(margins[[v]])) }))
  write.csv(rows, file.path(here, "cases", name), row.names = FALSE, quote = FALSE)
}
calibrated <- function(d, margins, ...) {
  first <- margins[[1]]; population <- c(`(Intercept)` = sum(first))  # a number comes after the first variable
  for (v in names(margins)) {
    categories <- names(margins[[v]])
    if (is.null(categories)) population[v] <- margins[[v]] else {
      for (category in categories[-1]) population[paste0(v, category)] <- margins[[v]][category]
      d$variables[[v]] <- factor(d$variables[[v]], levels = categories)
    }
  }
  calibrate(d, as.formula(paste("~", paste(names(margins), collapse = "+"))), population, epsilon = 1e-14, maxit = 500, ...)
}

# --- the package's own data -----------------------------------------------------------------------------------------
keep <- c("stype", "dnum", "pw", "fpc", "api00", "api99", "enroll", "api.stu", "sch.wide", "meals", "awards")
strata <- apistrat[keep]; clusters <- apiclus1[keep]
save_data(strata, "apistrat.csv"); save_data(clusters, "apiclus1.csv")
asked <- function(d) rbind(
  means(d, "api00"), means(d, "api00", "stype"), means(d, "meals", c("stype", "awards")),
  shares(d, "sch.wide", "Yes"), shares(d, "sch.wide", "Yes", "stype"), totals(d, "enroll"), totals(d, "enroll", "awards"),
  ratios(d, "api.stu", "enroll"), ratios(d, "api.stu", "enroll", "stype"),
  quantiles(d, "api00", c(.25, .5, .9)), against_rest(d, "api00", "stype"))
of_strata <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strata)
of_clusters <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = clusters)
expect("api_strata", asked(of_strata)); expect("api_clusters", asked(of_clusters))
schools <- list(stype = c(E = 4421, H = 755, M = 1018), sch.wide = c(No = 1072, Yes = 5122))
do.call(margin_file, c("schools.csv", schools))
free <- svydesign(id = ~dnum, weights = ~pw, data = clusters)
rows <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = strata)
expect("api_clusters_raking", asked(calibrated(free, schools, calfun = "raking")))
expect("api_clusters_linear", asked(calibrated(free, schools, calfun = "linear")))
expect("api_clusters_logit", asked(calibrated(free, schools, calfun = "logit", bounds = c(.6, 2.2))))
expect("api_strata_raking", asked(calibrated(rows, schools, calfun = "raking")))
expect("api_strata_linear", asked(calibrated(rows, schools, calfun = "linear")))
scores <- list(stype = c(E = 4421, H = 755, M = 1018), api99 = 3914069)  # a number: the total of api99 over every school
do.call(margin_file, c("scores.csv", scores))
for (method in c("raking", "linear")) {
  expect(paste0("api_clusters_number_", method), asked(calibrated(free, scores, calfun = method)))
  expect(paste0("api_strata_number_", method), asked(calibrated(rows, scores, calfun = method)))
}

# --- the rows of the manual of CALMAR that have a weight and an answer (INSEE, doccalmar.pdf, p. 23), with a number ---------
manual <- data.frame(name = c("A", "D", "E", "F", "G", "H", "I", "K"), X = c(1, 2, 2, 2, 2, 1, 2, 2), Y = c(1, 1, 1, 2, 2, 2, 1, 2),
                     Z = c(1, 1, 3, 2, 2, 2, 2, 2), pond = c(10, 11, 13, 7, 8, 8, 9, 14))
save_data(manual, "calmar.csv")
totals_of_manual <- list(X = c(`1` = 20, `2` = 60), Y = c(`1` = 30, `2` = 50), Z = 140)
do.call(margin_file, c("calmar_margins.csv", totals_of_manual))
of_manual <- svydesign(id = ~1, weights = ~pond, data = manual)
for (method in c("raking", "linear")) {
  d <- calibrated(of_manual, totals_of_manual, calfun = method)
  expect(paste0("calmar_", method), means(d, "Z"), means(d, "Z", "Y"), totals(d, "Z", "X"))
  manual[[method]] <- weights(d)
}
write.csv(data.frame(name = manual$name, lapply(manual[c("raking", "linear")], written)),
          file.path(here, "expected", "calmar_weights.csv"), row.names = FALSE, quote = FALSE)

# --- fifteen rows: the size and the margins of the example that the R package icarus takes from CALMAR (Sautory 1993): categ 80,
# 90, 60; sexe 140, 90; service 100, 130; salaire 470,000. Its rows are published as a binary file only: these rows are ours.
staff <- data.frame(
  service = c(1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2), categ = c(1, 1, 2, 2, 2, 3, 3, 1, 1, 1, 2, 2, 3, 3, 2),
  sexe = c(1, 2, 1, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 2, 1), poids = c(10, 20, 10, 15, 20, 10, 15, 20, 10, 15, 10, 20, 20, 15, 20),
  cinema = c(1, 3, 2, 0, 4, 1, 5, 2, 3, 1, 0, 2, 6, 3, 1),
  salaire = c(2900, 2400, 1900, 2150, 1800, 1550, 1600, 3100, 2700, 2250, 2000, 1750, 1500, 1650, 1850))
save_data(staff, "staff.csv")
employees <- list(service = c(`1` = 100, `2` = 130), categ = c(`1` = 80, `2` = 90, `3` = 60), sexe = c(`1` = 140, `2` = 90),
                  salaire = 470000)
do.call(margin_file, c("employees.csv", employees))
of_staff <- svydesign(id = ~1, weights = ~poids, data = staff)
for (method in c("raking", "linear", "logit")) {
  bounds <- if (method == "logit") c(.4, 2.2) else c(-Inf, Inf)
  d <- calibrated(of_staff, employees, calfun = method, bounds = bounds)
  expect(paste0("staff_", method), means(d, "cinema"), means(d, "cinema", "service"), totals(d, "cinema"))
  staff[[method]] <- weights(d)
}
write.csv(data.frame(lapply(staff[c("raking", "linear", "logit")], written)), file.path(here, "expected", "staff_weights.csv"),
          row.names = FALSE, quote = FALSE)

# --- generated data -------------------------------------------------------------------------------------------------
set.seed(20261126)
draw <- function(values, size, prob = NULL) sample(values, size, replace = TRUE, prob = prob)
places <- data.frame(stratum = rep(sprintf("s%d", 1:6), times = c(8, 6, 9, 5, 7, 10)))
places$psu <- unlist(lapply(table(places$stratum), seq_len))
places$mood <- rnorm(nrow(places), 0, .5); places$size <- draw(15:45, nrow(places))
people <- places[rep(seq_len(nrow(places)), places$size), ]
n <- nrow(people)
people$region <- draw(sprintf("%02d", c(1, 11, 24, 75, 93)), n, c(.1, .3, .2, .2, .2))
people$sex <- draw(c("f", "m"), n); people$age <- draw(c("15-29", "30-44", "45-64", "65+"), n, c(.2, .25, .33, .22))
people$wave <- draw(c(2022, 2024), n); people$w <- round(exp(rnorm(n, 3, .4)), 3)
people$clusters <- c(s1 = 40, s2 = 25, s3 = 60, s4 = 5, s5 = 30, s6 = 100)[people$stratum]
level <- function(shift) { x <- pmin(5, pmax(1, round(rnorm(n, 3 + people$mood + shift, 1.1)))); x[runif(n) < .06] <- NA; x }
people$q1 <- level(.3 * (people$wave == 2024)); people$q2 <- level(0); people$q3 <- level(-.4)
people$income <- round(exp(rnorm(n, 7.4 + .2 * people$mood, .5)), 2); people$income[runif(n) < .1] <- NA
people$hours <- draw(0:20, n); people$region[sample(n, 12)] <- NA
people <- people[c("stratum", "psu", "clusters", "w", "region", "sex", "age", "wave", "q1", "q2", "q3", "income", "hours")]
save_data(people, "people.csv")
questions <- function(d) rbind(
  shares(d, "q1", 4:5), shares(d, "q1", 4:5, "region"), shares(d, "q2", 4:5, "region"), shares(d, "q3", 1, c("region", "sex")),
  means(d, "q1", "region"), means(d, "q2", "region"), means(d, "income", "age"), totals(d, "hours", "region"),
  ratios(d, "income", "hours", "sex"), quantiles(d, "income", c(.1, .5), "sex"),
  against_rest(d, "q1", "region"), change(d, "q1", 4:5, "wave", 2022, 2024), change(d, "q1", 4:5, "wave", 2022, 2024, "sex"))
nested <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = people)
expect("people", questions(nested))
expect("people_fpc", questions(svydesign(id = ~psu, strata = ~stratum, weights = ~w, fpc = ~clusters, nest = TRUE, data = people)))
expect("people_rows", questions(svydesign(id = ~1, strata = ~stratum, weights = ~w, data = people)))
expect("people_alone", questions(svydesign(id = ~1, weights = ~w, data = people)))
size <- round(sum(people$w))
census <- list(sex = c(f = .52, m = .48), age = c(`15-29` = .21, `30-44` = .23, `45-64` = .32, `65+` = .24),
               wave = c(`2022` = .5, `2024` = .5))
counts <- lapply(census, function(shares) shares * sum(people$w))
do.call(margin_file, c("census.csv", census))
expect("people_raking", questions(calibrated(nested, counts, calfun = "raking")))
expect("people_linear", questions(calibrated(nested, counts, calfun = "linear")))
expect("people_rows_raking", questions(calibrated(svydesign(id = ~1, strata = ~stratum, weights = ~w, data = people), counts,
                                                  calfun = "raking")))
# strata of which a single cluster is left
lone <- people[!(people$stratum == "s2" & people$psu != 3) & !(people$stratum == "s4" & people$psu != 1), ]
save_data(lone, "lone.csv")
for (rule in c(centered = "adjust", certainty = "certainty")) {
  options(survey.lonely.psu = rule)
  name <- if (rule == "adjust") "lone_centered" else "lone_certainty"
  d <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = lone)
  expect(name, shares(d, "q1", 4:5), shares(d, "q1", 4:5, "region"), means(d, "income", "age"), totals(d, "hours", "sex"),
         ratios(d, "income", "hours", "sex"), against_rest(d, "q1", "region"))
}
options(survey.lonely.psu = "fail")

# --- replicate weights ----------------------------------------------------------------------------------------------
pairs <- people[people$psu <= 2 & ave(people$w, people$stratum, people$psu, FUN = seq_along) <= 15, ]
paired <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = pairs)
unstratified <- svydesign(id = ~interaction(stratum, psu), weights = ~w, data = pairs)
set.seed(7)
kinds <- list(brr = as.svrepdesign(paired, type = "BRR"), fay = as.svrepdesign(paired, type = "Fay", fay.rho = .3),
              jkn = as.svrepdesign(paired, type = "JKn"), jk = as.svrepdesign(unstratified, type = "JK1"),
              boot = as.svrepdesign(paired, type = "subbootstrap", replicates = 25))
for (kind in names(kinds)) {
  replicate_weights <- weights(kinds[[kind]], "analysis")
  for (r in seq_len(ncol(replicate_weights))) pairs[[sprintf("%s_%02d", kind, r)]] <- round(replicate_weights[, r], 9)
}
save_data(pairs, "pairs.csv")
again <- function(kind, type, mse = FALSE, df, ...) {
  d <- svrepdesign(data = pairs, weights = pairs$w, repweights = pairs[grep(paste0("^", kind, "_"), names(pairs))], type = type,
                   combined.weights = TRUE, mse = mse, ...)
  d$asked_df <- df
  expect(paste0("replicates_", kind), shares(d, "q1", 4:5), shares(d, "q1", 4:5, "sex"), means(d, "income", "age"),
         totals(d, "hours", "sex"), ratios(d, "income", "hours", "sex"))
}
again("brr", "BRR", df = 6)
again("fay", "Fay", df = 6, rho = .3)
again("jkn", "JKn", df = 6, scale = 1, rscales = kinds$jkn$rscales)
again("jk", "JK1", mse = TRUE, df = 11)
again("boot", "bootstrap", df = 24)

# --- replicates drawn by us (tests/oracles/draws.py): R is given the same multipliers and calibrates each again ---------
draws <- read.csv(file.path(here, "data", "people_draws.csv"), check.names = FALSE)
place <- match(paste(people$stratum, people$psu), paste(draws$stratum, draws$psu))
drawn <- people$w * as.matrix(draws[place, -(1:2)])
of_draws <- function(d) {
  d$asked_df <- degf(nested)
  rbind(shares(d, "q1", 4:5), means(d, "q1", "sex"), means(d, "income", "age"), totals(d, "hours", "wave"),
        ratios(d, "income", "hours", "sex"))
}
bootstrap <- svrepdesign(data = people, weights = people$w, repweights = drawn, type = "bootstrap", combined.weights = TRUE,
                         scale = 1 / (ncol(drawn) - 1), rscales = 1, mse = FALSE)
expect("drawn", of_draws(bootstrap))
for (method in c("raking", "linear"))
  expect(paste0("drawn_", method), of_draws(calibrated(bootstrap, counts, calfun = method, compress = FALSE)))
