using System.Text.Json;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Forecasting;

/// <summary>All thirty forms against statsmodels' (golden_ets.py); recursions with a season that multiplies against R's (golden_ets.R says why).</summary>
public class EtsFormTests
{
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Golden("airline_ets.json"))).RootElement.GetProperty("forms");

    private static readonly JsonElement GoldenR = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Golden("airline_ets_r.json"))).RootElement.GetProperty("forms");

    public static TheoryData<string> Forms => [.. Golden.EnumerateObject().Select(form => form.Name)];

    public static TheoryData<string> OtherForms => [.. Golden.EnumerateObject().Select(form => form.Name).Where(name => !name.EndsWith('M'))];

    public static TheoryData<string> SeasonForms => [.. GoldenR.EnumerateObject().Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(OtherForms))]
    public void Statsmodels_parameters_give_its_likelihood_and_forecasts(string name)
    {
        var form = EtsForm.Parse(name, 12);
        var golden = Golden.GetProperty(name);
        double Parameter(string key) => golden.GetProperty("params").TryGetProperty(key, out var value) ? value.GetDouble() : 0;
        var parameters = new EtsParameters(Parameter("smoothing_level"), Parameter("smoothing_trend"), Parameter("smoothing_seasonal"), form.Damped ? Parameter("damping_trend") : 1);
        // statsmodels numbers initial seasons from the last one back.
        double[] initial = [Parameter("initial_level"), .. form.HasTrend ? [Parameter("initial_trend")] : Array.Empty<double>(), .. Enumerable.Range(0, form.Season).Select(s => Parameter($"initial_seasonal.{form.Season - 1 - s}"))];
        Assert.Equal($"ETS({name})", form.ToString());
        Same(form, parameters, initial, golden.GetProperty("loglike").GetDouble(), golden.GetProperty("forecast"));
    }

    [Theory]
    [MemberData(nameof(SeasonForms))]
    public void Parameters_of_R_give_its_likelihood_and_forecasts(string name)
    {
        const double constants = 0.5 * 144;
        var (form, golden) = (EtsForm.Parse(name, 12), GoldenR.GetProperty(name));
        double Number(string key) => golden.GetProperty(key).GetDouble();
        double[] initial = [Number("level"), .. form.HasTrend ? [Number("trend")] : Array.Empty<double>(), .. golden.GetProperty("season").EnumerateArray().Select(value => value.GetDouble())];
        Same(form, new EtsParameters(Number("alpha"), Number("beta"), Number("gamma"), Number("phi")), initial, Number("loglik") - constants * (Math.Log(2 * Math.PI / 144) + 1),
            // R 8.20 adds φ twice before φ²: its damped paths are not those of the recursion.
            form.Damped ? null : golden.GetProperty("forecast"));
    }

    private static void Same(EtsForm form, EtsParameters parameters, double[] initial, double likelihood, JsonElement? forecast)
    {
        var (squares, logs, known) = new EtsRecursion(form, parameters).Errors(AirlineGolden.Series.Values, initial);
        var fitted = new FittedEts(form, parameters, initial, squares, known, logs);
        Assert.Equal(likelihood, fitted.LogLikelihood, 1e-6);
        if (forecast is not { } path)
            return;
        double[] expected = [.. path.EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(expected, fitted.Forecast(AirlineGolden.Series, 12), (a, b) => Math.Abs(a - b) < 1e-6 * a);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_fit_is_at_least_as_likely_as_statsmodels(string name)
    {
        var fitted = new EtsModel(EtsForm.Parse(name, 12)).Estimate(AirlineGolden.Series);
        Assert.InRange(fitted.LogLikelihood, Golden.GetProperty(name).GetProperty("loglike").GetDouble() - 0.01, double.PositiveInfinity);
    }

    [Fact]
    public void The_choice_has_the_lowest_criterion_of_the_forms_that_do_not_explode()
    {
        var chosen = new EtsModel().Estimate(AirlineGolden.Series);
        Assert.Equal("ETS(M,Ad,M)", chosen.Form.ToString());
        foreach (var name in new[] { "A,N,N", "A,Ad,A", "M,N,A", "M,N,M", "M,Ad,A" })
            Assert.True(chosen.Aicc <= new EtsModel(EtsForm.Parse(name, 12)).Estimate(AirlineGolden.Series).Aicc, name);
    }

    [Fact]
    public void Series_with_zeros_get_no_form_that_multiplies()
    {
        var series = new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, 70).Select(i => (double)(i % 7))]);
        Assert.True(new EtsModel().Estimate(series).Form.Linear);
        Assert.Equal("ETS(M,N,M) multiplies, which needs counts above 0; there are zeros", new EtsModel(EtsForm.Parse("M,N,M", 7)).Refusal(series));
    }

    [Fact]
    public void A_season_takes_two_rounds() => Assert.Equal(
        "ETS(A,N,A) needs two seasons of 12; there are 20 steps",
        new EtsModel(EtsForm.Parse("A,N,A", 12)).Refusal(new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Month, [.. Enumerable.Repeat(5.0, 20)])));

    [Fact]
    public void Growth_that_multiplies_ends_at_ten_times_the_largest_count()
    {
        var series = new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Month, [.. Enumerable.Range(0, 40).Select(i => Math.Pow(1.5, i))]);
        var path = new EtsModel(EtsForm.Parse("M,M,N", 12)).Fit(series).Forecast(series, 60);
        Assert.All(path, value => Assert.InRange(value, series.Values[^1], 10 * (series.Values[^1] + 1)));
    }

    [Theory]
    [InlineData("A,N")]
    [InlineData("N,N,N")]
    [InlineData("A,Nd,N")]
    [InlineData("A,X,M")]
    public void Other_texts_are_no_form(string text) => Assert.Equal(
        $"'{text}' is no form of exponential smoothing; a form is error (A, M), trend (N, A, Ad, M, Md) and season (N, A, M), such as A,Ad,N.",
        Assert.Throws<FormatException>(() => EtsForm.Parse(text, 12)).Message);
}
