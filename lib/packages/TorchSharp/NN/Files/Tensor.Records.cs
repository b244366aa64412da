using System.Text;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Reads what <c>Save</c> wrote as a new tensor.</summary>
        /// <exception cref="InvalidDataException">The file is damaged or ends too early.</exception>
        public static Tensor Load(BinaryReader reader) => TensorRecord.Read(reader);

        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="stream">Stays open, just behind the tensor.</param>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="location">The file.</param>
        public static Tensor Load(string location)
        {
            using FileStream stream = File.OpenRead(location);
            return Load(stream);
        }
    }
}
