# Loads the nen-evidence data package: base R and jsonlite only.

nen_home <- function(data = NULL) {
  given <- c(data, getOption("nenevidence.data"), Sys.getenv("NEN_EVIDENCE", NA))
  given <- given[!is.na(given) & nzchar(given)]
  folder <- if (length(given)) given[1] else system.file("extdata", package = "nenevidence")
  if (!nzchar(folder) || !file.exists(file.path(folder, "datapackage.json"))) {
    stop("no data package", if (nzchar(folder)) paste0(" in '", folder, "'"),
         ": give 'data', options(nenevidence.data = ) or the environment variable NEN_EVIDENCE ",
         "the folder that holds datapackage.json", call. = FALSE)
  }
  normalizePath(folder)
}

.json <- function(home, ...) fromJSON(file.path(home, ...), simplifyVector = FALSE)

.names <- function(home) {
  resources <- .json(home, "datapackage.json")$resources
  tables <- Filter(function(resource) identical(resource$type, "table"), resources)
  setNames(tables, vapply(tables, function(resource) resource$name, ""))
}

.read <- function(path, ...) {
  read.csv(path, na.strings = "", encoding = "UTF-8", check.names = FALSE, strip.white = FALSE, ...)
}

# The file of a table: plain in a checkout, gzipped in the installed package.
.csv <- function(home, table) {
  plain <- file.path(home, "data", paste0(table, ".csv"))
  if (file.exists(plain)) plain else paste0(plain, ".gz")
}

nen_load <- function(table, data = NULL) {
  home <- nen_home(data)
  classes <- .read(file.path(home, "schemas", "colclasses.csv"), colClasses = "character")
  known <- unique(classes$table)
  if (!is.character(table) || length(table) != 1 || !table %in% known) {
    stop("no table '", paste(table, collapse = " "), "'; the tables are: ", paste(known, collapse = ", "), call. = FALSE)
  }
  want <- classes[classes$table == table, ]
  read <- ifelse(want$class %in% c("factor", "Date"), "character", want$class)
  frame <- .read(.csv(home, table), colClasses = setNames(read, want$column))
  for (i in which(want$class == "factor")) {
    name <- want$column[i]
    levels <- strsplit(want$levels[i], "|", fixed = TRUE)[[1]]
    stray <- setdiff(frame[[name]], c(levels, NA))
    if (length(stray)) stop(table, "$", name, ": '", stray[1], "' is no category of it", call. = FALSE)
    frame[[name]] <- factor(frame[[name]], levels = levels)
  }
  for (name in want$column[want$class == "Date"]) frame[[name]] <- as.Date(frame[[name]], format = "%Y-%m-%d")
  frame
}

nen_tables <- function(data = NULL) {
  home <- nen_home(data)
  tables <- .names(home)
  frames <- lapply(names(tables), nen_load, data = home)
  data.frame(
    table = names(tables), rows = vapply(frames, nrow, 0L), columns = vapply(frames, ncol, 0L),
    description = vapply(tables, function(resource) resource$description, ""), row.names = NULL
  )
}

nen_codebook <- function(table = NULL, data = NULL) {
  home <- nen_home(data)
  known <- names(.names(home))
  if (is.null(table)) table <- known
  stray <- setdiff(table, known)
  if (length(stray)) stop("no table '", stray[1], "'; the tables are: ", paste(known, collapse = ", "), call. = FALSE)
  or_na <- function(x) if (is.null(x)) NA_character_ else paste(unlist(x), collapse = "|")
  rows <- lapply(table, function(name) {
    fields <- .json(home, "schemas", paste0(name, ".json"))$fields
    data.frame(
      table = name,
      column = vapply(fields, function(f) f$name, ""),
      type = vapply(fields, function(f) f$type, ""),
      origin = vapply(fields, function(f) f$origin, ""),
      unit = vapply(fields, function(f) or_na(f$unit), ""),
      terms = vapply(fields, function(f) or_na(f$categories), ""),
      required = vapply(fields, function(f) isTRUE(f$constraints$required), NA),
      description = vapply(fields, function(f) f$description, ""),
      example = vapply(fields, function(f) or_na(f$example), "")
    )
  })
  do.call(rbind, rows)
}

nen_effects <- function(..., poolable = TRUE, data = NULL) {
  effects <- nen_load("effect_sizes", data)
  wanted <- list(...)
  if (length(wanted) && (is.null(names(wanted)) || !all(nzchar(names(wanted))))) {
    stop("give conditions by column, such as outcome = \"objective_response\"", call. = FALSE)
  }
  keep <- if (isTRUE(poolable)) effects$poolable %in% TRUE else rep(TRUE, nrow(effects))
  for (name in names(wanted)) {
    if (!name %in% names(effects)) {
      stop("effect_sizes has no column '", name, "'; its columns are: ", paste(names(effects), collapse = ", "), call. = FALSE)
    }
    values <- as.character(effects[[name]])
    stray <- setdiff(as.character(wanted[[name]]), values)
    if (length(stray)) {
      known <- sort(unique(values[!is.na(values)]))
      near <- known[order(utils::adist(stray[1], known, partial = TRUE))][seq_len(min(5, length(known)))]
      stop("no effect with ", name, " = '", stray[1], "'; nearest: ", paste(near, collapse = ", "), call. = FALSE)
    }
    keep <- keep & values %in% as.character(wanted[[name]])
  }
  effects <- effects[keep, , drop = FALSE]
  rownames(effects) <- NULL
  studies <- nen_load("studies", data)
  effects$slab <- studies$label[match(effects$study_id, studies$study_id)]
  effects
}

# A name as printed (Anderson KL Jr): surname and initials, else a group.
.person <- function(text) {
  words <- strsplit(trimws(gsub(",", " ", text)), " +")[[1]]
  suffix <- NULL
  if (length(words) > 2 && words[length(words)] %in% c("Jr", "Sr", "II", "III", "2nd", "3rd")) {
    suffix <- words[length(words)]
    words <- words[-length(words)]
  }
  last <- words[length(words)]
  if (length(words) < 2 || nchar(last) > 5 || last != toupper(last) || !grepl("^[[:alpha:]-]+$", last)) return(person(text))
  given <- paste0(strsplit(gsub("-", "", last), "")[[1]], ".")
  family <- paste(c(words[-length(words)], suffix), collapse = " ")
  person(given = given, family = family)
}

# Text that the Rd and LaTeX of bibentry would run.
.plain <- function(text) gsub("([%{}_&#$])", "\\\\\\1", gsub("\\", "/", text, fixed = TRUE))

nen_cite <- function(rows = NULL, data = NULL) {
  home <- nen_home(data)
  if (is.null(rows)) {
    package <- .json(home, "datapackage.json")
    entry <- list(
      bibtype = "Misc", key = paste0(package$name, "-", package$version), title = package$title,
      author = person(package$contributors[[1]]$title), year = substr(package$created, 1, 4),
      note = paste0("Data set, version ", package$version, " (", substr(package$created, 1, 10), ")"),
      doi = if (!is.null(package$id)) sub("^https://doi.org/", "", package$id), url = package$homepage
    )
    return(do.call(bibentry, entry[!vapply(entry, is.null, NA)]))
  }
  studies <- nen_load("studies", home)
  primary <- function(ids) studies$primary_source_id[match(ids, studies$study_id)]
  ids <- if (!is.null(rows$source_id)) {
    ifelse(is.na(rows$source_id), if (is.null(rows$study_id)) NA else primary(rows$study_id), as.character(rows$source_id))
  } else if (!is.null(rows$primary_source_id)) {
    as.character(rows$primary_source_id)
  } else if (!is.null(rows$study_id)) {
    primary(rows$study_id)
  } else {
    stop("rows without a column source_id or study_id: keep one of them to know what to cite", call. = FALSE)
  }
  if (!length(ids)) stop("no rows to cite", call. = FALSE)
  sources <- nen_load("sources", home)
  if (anyNA(ids) || !all(ids %in% sources$source_id)) stop("rows of a study or source that the data do not have", call. = FALSE)
  sources <- sources[sources$source_id %in% ids, ]
  entries <- lapply(seq_len(nrow(sources)), function(i) .entry(sources[i, ]))
  do.call(c, entries)
}

.entry <- function(source) {
  given <- function(name) if (is.na(source[[name]])) NULL else .plain(as.character(source[[name]]))
  authors <- if (is.na(source$authors)) person("Anonymous") else do.call(c, lapply(setdiff(strsplit(source$authors, "|", fixed = TRUE)[[1]], "et al"), .person))
  volume <- if (!is.na(source$volume)) sub("\\(.*", "", source$volume)
  issue <- if (!is.na(source$volume) && grepl("(", source$volume, fixed = TRUE)) sub("\\).*", "", sub(".*\\(", "", source$volume))
  article <- identical(as.character(source$kind), "article") && !is.na(source$container_title)
  entry <- list(
    bibtype = if (article) "Article" else "Misc", key = source$source_id, title = .plain(source$title), author = authors,
    journal = if (article) given("container_title"), howpublished = if (!article) given("container_title"),
    year = if (is.na(source$year)) "n.d." else as.character(source$year), volume = if (nzchar(c(volume, "")[1])) volume, number = issue,
    pages = if (article) given("pages"), doi = if (!is.na(source$doi)) source$doi, url = if (!is.na(source$url)) source$url,
    note = if (!is.na(source$pmid)) paste("PMID", source$pmid)
  )
  do.call(bibentry, entry[!vapply(entry, is.null, NA)])
}
