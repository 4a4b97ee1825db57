# The same figures and sums in R's package validate: Rscript peer_validate.R DIRECTORY (written by `generate.py peer`).
suppressPackageStartupMessages(library(validate))
directory <- commandArgs(trailingOnly = TRUE)[1]
figures <- read.csv(file.path(directory, "figures.csv"))
rules <- read.csv(file.path(directory, "rules.csv"))
reading <- system.time(v <- validator(.data = rules))
confronting <- system.time(result <- confront(figures, v))
fails <- sum(summary(result)$fails)
cat(sprintf("validate %s: rules %.1f s, confront %.1f s, %d fail\n",
            packageVersion("validate"), reading["elapsed"], confronting["elapsed"], fails))
