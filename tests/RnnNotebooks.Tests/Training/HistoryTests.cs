using RnnNotebooks.Cells;
using RnnNotebooks.Data;
using RnnNotebooks.Training;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Training;

public class HistoryTests
{
    [Fact]
    public void A_table_has_a_row_for_each_place_and_an_empty_cell_where_nothing_was_measured()
    {
        var history = new History("epoch");
        history.Add("training loss", 0.5, 2);
        history.Add("training loss", 1, 1);
        history.Add("validation loss", 1, 1.5);
        var (columns, rows) = history.Table();
        Assert.Equal(["epoch", "training loss", "validation loss"], columns);
        Assert.Equal([[0.5, 2, null], [1, 1, 1.5]], rows);
        Assert.Equal(["epoch  training loss  validation loss", "  0.5         2.0000                 ", "    1         1.0000           1.5000"], history.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void A_curve_that_is_not_there_is_refused_with_those_that_are()
    {
        var history = new History();
        history.Add("training loss", 1, 2);
        Assert.Contains("there is training loss", Assert.Throws<KeyNotFoundException>(() => history["loss"]).Message);
        Assert.False(history.Has("loss"));
    }

    [Fact]
    public void A_result_shows_its_validations_as_a_table()
    {
        var history = new History("epoch");
        history.Add("training loss", 1, 1);
        history.Add("gradient norm", 1, 9);
        history.Add("validation loss", 1, 1.5);
        var text = new TrainingResult(TrainingOutcome.Finished, "Trained.", 10, TimeSpan.FromSeconds(1), history).ToString();
        Assert.Equal(["Trained.", "epoch  training loss  validation loss", "    1         1.0000           1.5000"], text.Split(Environment.NewLine));
    }

    [Fact]
    public void A_confusion_matrix_counts_rows_of_truth_and_columns_of_answers()
    {
        var set = new ImageSet(new byte[3], new byte[] { 0, 1, 1 }, 1, 1, ["a", "b"], "test");
        var evaluation = new Evaluation(set, [0, 0, 1], [0.1f, 3f, 0.2f]);
        Assert.Equal(new[,] { { 1, 0 }, { 1, 1 } }, evaluation.Confusion());
        Assert.Equal(2 / 3.0, evaluation.Accuracy, 1e-9);
        Assert.Equal(1.1, evaluation.Loss, 1e-6);
        Assert.Equal([1], evaluation.WorstMistakes(5));
        Assert.Equal(2 / 3.0, Metrics.MajorityBaseline(set), 1e-9);
    }

    [Fact]
    public void An_evaluation_does_not_depend_on_the_size_of_its_batches()
    {
        using var scope = NewDisposeScope();
        var set = Mnist.Embedded().Split(70).First;
        var model = new SequenceClassifier(new BasicRnn(28, 8), 10);
        var (whole, parts) = (Evaluation.Of(model.call, set), Evaluation.Of(model.call, set, batchSize: 32));
        Assert.Equal(whole.Predicted, parts.Predicted);
        Assert.Equal(whole.Loss, parts.Loss, 1e-5);
    }
}
