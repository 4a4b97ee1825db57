# The five checks of rules.xf in R's package validate: Rscript validate_peer.R DIRECTORY OUTPUT. Ends with 77 where the package
# is not installed, as a skipped test does.
if (!requireNamespace("validate", quietly = TRUE)) {
  message("R's package validate is not installed: install.packages(\"validate\")")
  quit(status = 77)
}
suppressPackageStartupMessages(library(validate))
arguments <- commandArgs(trailingOnly = TRUE)
table <- read.csv(file.path(arguments[1], "table.csv"),
                  colClasses = c("character", "character", "numeric", "numeric", "numeric", "numeric"), na.strings = "")
rules <- validator(
  somme = total == urban + rural,
  part = abs(2000 * urban - round(20 * percent) * total) <= total,
  id_present = !is.na(id),
  region_known = region %in% c("north", "south", "east", "west", "centre"),
  bornes = in_range(percent, 0, 100)
)
result <- confront(table, rules)
write.csv(violating(table, result), arguments[2], row.names = FALSE)
