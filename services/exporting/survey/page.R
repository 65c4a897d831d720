# Makes the page again from the files beside it, and says so where it cannot: base R, nothing to install.
#   Rscript page.R        writes page.pdf; stops where a figure comes out otherwise than it was exported

read <- function(file) {
  read.csv(file, fileEncoding = "UTF-8-BOM", colClasses = "character", na.strings = "")
}

scores <- read("scores.csv")
answers <- read("answers.csv")
codebook <- read("codebook.csv")
for (column in c("n", "percent_positive", "low", "high")) {
  scores[[column]] <- as.numeric(scores[[column]])
}

wilson <- function(positive, n, z = qnorm(0.975)) {
  share <- positive / n
  middle <- (share + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z * sqrt(share * (1 - share) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  100 * c(low = max(0, middle - half), high = min(1, middle + half))
}

# How answers fall is told of large groups alone; there every figure is reckoned anew and held against the exported one.
for (variable in unique(answers$variable)) {
  mine <- answers[answers$variable == variable, ]
  count <- as.numeric(mine$count)
  n <- sum(count)
  positive <- sum(count[mine$positive == "1"])
  said <- scores[scores$variable == variable, ]
  again <- c(n, 100 * positive / n, wilson(positive, n))
  if (any(abs(again - c(said$n, said$percent_positive, said$low, said$high)) > 0.51)) {
    stop("Comes out otherwise: ", variable)
  }
}
cat(length(unique(answers$variable)), "of", nrow(scores), "items were reckoned anew and are as exported.\n")

shown <- scores[!is.na(scores$percent_positive), ]
hidden <- scores$variable[is.na(scores$percent_positive)]
if (length(hidden) > 0) {
  cat("Too few answered:", paste(hidden, collapse = ", "), "\n")
}
if (nrow(shown) > 0) {
  label <- codebook$label[match(shown$variable, codebook$variable)]
  label <- ifelse(is.na(label), shown$variable, label)
  pdf("page.pdf", width = 8, height = 1.5 + 0.5 * nrow(shown))
  par(mar = c(4, 18, 2, 2), las = 1)
  at <- rev(seq_len(nrow(shown)))
  plot(shown$percent_positive, at,
    xlim = c(0, 100), ylim = c(0.5, nrow(shown) + 0.5), pch = 19, yaxt = "n",
    xlab = "Positive answers, %, with 95 % interval", ylab = ""
  )
  segments(shown$low, at, shown$high, at)
  axis(2, at = at, labels = vapply(label, function(one) paste(strwrap(one, 34), collapse = "\n"), ""), cex.axis = 0.7)
  invisible(dev.off())
}
