using Microsoft.DotNet.Interactive.Formatting;

namespace Formatting.Tests;

public sealed class ConventionTests : FormatterTestBase
{
    [Fact]
    public void A_library_that_knows_no_host_shows_itself_by_names_alone()
    {
        Foreign.Chart chart = new();

        Assert.Equal("chart as text/plain", Plain(chart));
        Assert.Equal("chart as application/vnd.chart+json", chart.ToDisplayString("application/vnd.chart+json"));
        Assert.Equal(["application/vnd.chart+json", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Foreign.Chart)));
        Assert.Equal(2, FormattedValue.CreateManyFromObject(chart).Count);
    }

    [Fact]
    public void What_derives_from_such_a_type_shows_itself_so_too()
    {
        Assert.Equal("chart as text/plain", Plain(new Foreign.LineChart()));
    }

    [Fact]
    public void What_is_registered_by_hand_wins_and_a_reset_brings_the_convention_back()
    {
        Formatter.Register<Foreign.Chart>(chart => "by hand");
        Assert.Equal("by hand", Plain(new Foreign.Chart()));

        Formatter.ResetToDefault();
        Assert.Equal("chart as text/plain", Plain(new Foreign.Chart()));
    }

    [Fact]
    public void The_attribute_of_this_library_names_real_formatters()
    {
        Assert.Equal("typed", Plain(new WithSource()));
        Assert.Equal(["text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(WithSource)));
    }

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/plain"])]
    private sealed class WithSource;

    private sealed class Source : ITypeFormatterSource
    {
        public IEnumerable<ITypeFormatter> CreateTypeFormatters() => [new PlainTextFormatter<WithSource>(_ => "typed")];
    }

    /// <summary>As in an assembly that refers to nothing of ours: only the names agree.</summary>
    private static class Foreign
    {
        [TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["application/vnd.chart+json", "text/plain"])]
        internal class Chart;

        internal sealed class LineChart : Chart;

        [AttributeUsage(AttributeTargets.Class, Inherited = false)]
        internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
        {
            public Type FormatterSourceType { get; } = formatterSourceType;

            public string[]? PreferredMimeTypes { get; set; }
        }

        internal sealed class FormatterSource
        {
            public IEnumerable<object> CreateTypeFormatters()
            {
                yield return new ChartFormatter { MimeType = "text/plain" };
                yield return new ChartFormatter { MimeType = "application/vnd.chart+json" };
            }
        }

        internal sealed class ChartFormatter
        {
            public string MimeType { get; init; } = "";

            public bool Format(object instance, TextWriter writer)
            {
                writer.Write($"chart as {MimeType}");
                return instance is Chart;
            }
        }
    }
}
