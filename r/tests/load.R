# Runs where the package holds data (R CMD check of a package that 'make r' built) or NEN_EVIDENCE names them.
library(nenevidence)
home <- tryCatch(nen_home(), error = function(e) NULL)
fails <- function(expr, words) {
  message <- tryCatch({ expr; "" }, error = conditionMessage)
  stopifnot(grepl(words, message, fixed = TRUE))
}
fails(nen_home(tempdir()), "NEN_EVIDENCE")
if (!is.null(home)) {
  tables <- nen_tables()
  classes <- read.csv(file.path(home, "schemas", "colclasses.csv"), na.strings = "")
  stopifnot(identical(tables$table, unique(classes$table)))
  for (name in tables$table) {
    frame <- nen_load(name)
    want <- classes[classes$table == name, ]
    got <- vapply(frame, function(x) class(x)[1], "")
    stopifnot(identical(names(frame), want$column), all(got == want$class), nrow(frame) == tables$rows[tables$table == name])
    path <- file.path(home, "data", paste0(name, ".csv"))
    plain <- read.csv(if (file.exists(path)) path else paste0(path, ".gz"), na.strings = "", colClasses = "character", encoding = "UTF-8")
    for (column in names(frame)) stopifnot(identical(is.na(frame[[column]]), is.na(plain[[column]])))
  }
  stopifnot(levels(nen_load("studies")$design)[1] == "randomized", inherits(nen_load("sources")$accessed, "Date"))
  book <- nen_codebook()
  stopifnot(nrow(book) == sum(tables$columns), !anyNA(book$description), nrow(nen_codebook("doses")) == ncol(nen_load("doses")))
  fails(nen_load("dosis"), "the tables are")
  fails(nen_codebook("dosis"), "the tables are")
  fails(nen_effects(colour = "red"), "its columns are")
  fails(nen_effects("red"), "by column")
  effects <- nen_effects(poolable = FALSE)
  stopifnot(nrow(effects) == nrow(nen_load("effect_sizes")), !anyNA(effects$slab))
  if (nrow(effects)) {
    fails(nen_effects(outcome = "objective_respons"), "nearest")
    some <- nen_effects(outcome = effects$outcome[1], poolable = FALSE)
    stopifnot(nrow(some) > 0, all(some$outcome == effects$outcome[1]))
  }
  version <- nen_cite()
  stopifnot(inherits(version, "bibentry"), grepl(as.character(packageVersion("nenevidence")), version$note, fixed = TRUE))
  sources <- nen_load("sources")
  every <- nen_cite(sources)
  stopifnot(length(every) == nrow(sources), length(nen_cite(nen_load("studies"))) == length(unique(nen_load("studies")$primary_source_id)))
  invisible(toBibtex(every))
  invisible(format(every, style = "text"))
  fails(nen_cite(data.frame(x = 1)), "source_id")
}
