using RnnNotebooks.Data;

namespace RnnNotebooks.Tests.Data;

public class SpelledDigitsTests
{
    [Fact]
    public void One_two_five_becomes_125_and_an_end_sign()
    {
        using var batch = SpelledDigits.Of("125");
        Assert.Equal("one two five", batch.TextInputs[0]);
        Assert.Equal("#125", batch.TextTargetsIn[0]);
        Assert.Equal("125#", batch.TextTargetsOut[0]);
        Assert.Equal([10, 1, 2, 5], batch.TargetsIn.data<long>().ToArray());
        Assert.Equal([1, 2, 5, 10], batch.TargetsOut.data<long>().ToArray());
        Assert.Equal(SpelledDigits.Encode("one two five"), batch.Inputs.data<long>().ToArray());
    }

    [Fact]
    public void The_alphabet_has_the_27_ids_of_the_lesson()
    {
        Assert.Equal(27, SpelledDigits.Alphabet.Length);
        Assert.Equal(27, SpelledDigits.InputIds);
        Assert.Equal(" efghinorstuvwxz", SpelledDigits.Alphabet[11..]);
        Assert.Equal(10, SpelledDigits.Alphabet.IndexOf('#'));
        for (var digit = 0; digit < 10; digit++)
            Assert.Equal(digit, SpelledDigits.Alphabet.IndexOf((char)('0' + digit)));
    }

    [Fact]
    public void Every_digit_can_be_spelled_with_the_alphabet() =>
        Assert.Equal("zero one two three four five six seven eight nine", SpelledDigits.Decode(SpelledDigits.Encode(SpelledDigits.Spell("0123456789"))));

    [Fact]
    public void Padding_is_zero_and_lengths_and_mask_tell_where_it_is()
    {
        using var batch = SpelledDigits.Of("7", "00");
        Assert.Equal([5, 9], batch.InputLengths.data<long>().ToArray());
        Assert.Equal([2, 3], batch.TargetLengths.data<long>().ToArray());
        Assert.Equal([1, 1, 0, 1, 1, 1], batch.Mask.data<float>().ToArray());
        Assert.Equal([7, 10, 0, 0, 0, 10], batch.TargetsOut.data<long>().ToArray());
        Assert.Equal([2, 9], batch.Inputs.shape);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(5, 10)]
    public void A_mask_sums_to_the_length_plus_one(int min, int max)
    {
        using var batch = new SpelledDigits(64, seed: 3, min, max).Batch(11);
        var sums = batch.Mask.sum(1).data<float>().ToArray();
        for (var i = 0; i < 64; i++)
        {
            var digits = batch.TextTargetsOut[i].Length - 1;
            Assert.InRange(digits, min, max);
            Assert.Equal(digits + 1, sums[i]);
            Assert.Equal(digits + 1, batch.TargetLengths[i].item<long>());
            Assert.Equal(batch.TextInputs[i].Length, batch.InputLengths[i].item<long>());
        }
    }

    [Fact]
    public void Lengths_and_digits_are_uniform()
    {
        using var batch = new SpelledDigits(12_000, seed: 1).Batch(0);
        var lengths = batch.TextTargetsOut.CountBy(text => text.Length - 1).ToDictionary();
        Assert.Equal(6, lengths.Count);
        Assert.All(lengths.Values, count => Assert.InRange(count, 1_800, 2_200));
        var digits = batch.TextTargetsOut.SelectMany(text => text[..^1]).CountBy(c => c).ToDictionary();
        Assert.Equal(10, digits.Count);
        Assert.All(digits.Values, count => Assert.InRange(count, 8_500, 9_500));
    }

    [Fact]
    public void The_same_seed_gives_the_same_samples_and_another_does_not()
    {
        using var first = new SpelledDigits(16, seed: 1).Batch(5);
        using var again = new SpelledDigits(16, seed: 1).Batch(5);
        using var other = new SpelledDigits(16, seed: 2).Batch(5);
        Assert.Equal(first.TextInputs, again.TextInputs);
        Assert.NotEqual(first.TextInputs, other.TextInputs);
    }

    [Fact]
    public void What_cannot_be_spelled_or_read_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SpelledDigits.Of("12a"));
        Assert.Throws<ArgumentException>(() => SpelledDigits.Of(""));
        Assert.Throws<ArgumentException>(() => SpelledDigits.Of([]));
        Assert.Throws<ArgumentException>(() => SpelledDigits.Encode("abc"));
        Assert.Throws<ArgumentException>(() => SpelledDigits.Decode([27]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpelledDigits(16, 0, minDigits: 5, maxDigits: 4));
    }

    [Fact]
    public void Decoding_can_stop_at_the_end_sign()
    {
        Assert.Equal("125#", SpelledDigits.Decode([1, 2, 5, 10, 3, 3], stopAtEnd: true));
        Assert.Equal("125#33", SpelledDigits.Decode([1, 2, 5, 10, 3, 3]));
    }
}
