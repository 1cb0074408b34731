# Exponential smoothing forms with a season that multiplies, on the airline passengers, by R's forecast. Usage: Rscript golden_ets.R OUT.json
# (statsmodels 0.13 divides a season's error by the level after the step, where the published recursion and R have the one before it.)
# loglik leaves constants out: the Gaussian one is loglik - n/2 (log(2 pi / n) + 1).
suppressMessages({library(forecast); library(jsonlite)})
y <- AirPassengers
forms <- list()
for (error in c("A", "M")) for (trend in c("N", "A", "M")) for (damped in if (trend == "N") FALSE else c(FALSE, TRUE)) {
  fit <- ets(y, model = paste0(error, trend, "M"), damped = damped, restrict = FALSE, allow.multiplicative.trend = TRUE, bounds = "usual")
  m <- fit$initstate
  season <- rev(as.numeric(m[grep("^s", names(m))]))
  forms[[paste0(error, ",", trend, if (damped) "d" else "", ",M")]] <- list(
    alpha = fit$par[["alpha"]], beta = if ("beta" %in% names(fit$par)) fit$par[["beta"]] else 0, gamma = fit$par[["gamma"]],
    phi = if (damped) fit$par[["phi"]] else 1, level = m[["l"]], trend = if ("b" %in% names(m)) m[["b"]] else 0, season = season,
    loglik = fit$loglik, forecast = as.numeric(forecast(fit, h = 12, PI = FALSE)$mean))
}
write(toJSON(list(source = "golden_ets.R", forecast = as.character(packageVersion("forecast")), forms = forms), auto_unbox = TRUE, digits = 14, pretty = TRUE), commandArgs(TRUE)[1])
