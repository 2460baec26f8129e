# A worked analysis: objective response to one treatment class, from loading to a forest plot.
# Run with: Rscript worked.R [out.png] [treatment_class]
library(nenevidence)
arguments <- commandArgs(trailingOnly = TRUE)
out <- if (length(arguments) >= 1) arguments[1] else "forest.png"

print(nen_tables()[, c("table", "rows")])
print(nen_codebook("effect_sizes")[, c("column", "description")], right = FALSE)

# Effects that may be pooled: events xi of ni patients, one group. Whole arms only, not subgroups.
effects <- nen_effects(outcome = "objective_response", measure = "PLO")
effects <- effects[is.na(effects$subgroup_id) & !is.na(effects$xi) & !is.na(effects$ni), ]
counts <- sort(table(effects$treatment_class), decreasing = TRUE)
class <- if (length(arguments) >= 2) arguments[2] else names(counts)[1]
effects <- effects[effects$treatment_class %in% class, ]

# nen_effects() does not make effects independent. Here: of the arms whose patients may be the same people
# (cohort_id), the largest one. Python's nen.effects() applies the full rules and says what it left out.
effects <- effects[order(effects$cohort_id, -effects$ni), ]
effects <- effects[!duplicated(effects$cohort_id), ]
cat(nrow(effects), "cohorts,", sum(effects$ni), "patients,", class, "\n")

if (requireNamespace("metafor", quietly = TRUE) && nrow(effects) >= 2) {
  effects <- metafor::escalc(measure = "PLO", xi = effects$xi, ni = effects$ni, data = effects, slab = effects$slab)
  # As in the table, but for arms with no or only events, where escalc adds a half.
  model <- metafor::rma(yi, vi, data = effects, method = "REML")
  print(model)
  print(predict(model, transf = metafor::transf.ilogit, digits = 3))
  png(out, width = 1400, height = 200 + 28 * nrow(effects), res = 110)
  metafor::forest(model, transf = metafor::transf.ilogit, xlab = "Objective response (proportion)", header = c("Study", "Proportion [95% CI]"), refline = NA)
  invisible(dev.off())
}

# Cite the version, and the primary studies behind the rows.
print(nen_cite(), style = "text")
if (nrow(effects)) {
  bibliography <- nen_cite(effects)
  cat(length(bibliography), "reports to cite\n")
  print(toBibtex(bibliography[1]))
}
