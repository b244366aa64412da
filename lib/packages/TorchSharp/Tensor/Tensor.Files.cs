using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor as libtorch's torch::save does.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads what <see cref="save"/> wrote.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">The file is no tensor, or damaged.</exception>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <summary>Writes a new file and then renames it, so that a full disk leaves what was there.</summary>
        public unsafe void save(string location)
        {
            void* data;
            long size;
            int status = Native.rt_save(Hold(), &data, &size);
            LetGo();
            NativeError.Check(status);
            string unfinished = location + ".unfinished";
            try
            {
                using (FileStream file = File.Create(unfinished)) file.Write(new ReadOnlySpan<byte>(data, checked((int)size)));
                File.Move(unfinished, location, overwrite: true);
            }
            finally
            {
                System.Runtime.InteropServices.NativeMemory.Free(data);
                File.Delete(unfinished);
            }
        }

        public static unsafe Tensor load(string location)
        {
            byte[] data = File.ReadAllBytes(location);
            IntPtr loaded;
            int status;
            fixed (byte* bytes = data) status = Native.rt_load(bytes, data.Length, &loaded);
            if (status == 0) return new Tensor(loaded);
            throw new System.Runtime.InteropServices.ExternalException($"'{location}' holds no tensor that torch.save wrote, or is damaged ({data.Length} bytes).");
        }

        /// <summary>Fills a contiguous tensor's memory from a stream.</summary>
        /// <exception cref="EndOfStreamException">The stream ends before the tensor is full.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            _ = bufferSize;
            stream.ReadExactly(bytes);
        }

        /// <summary>Writes a tensor's memory, elements in C order, to a stream.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            _ = bufferSize;
            using Tensor whole = detach().contiguous();
            stream.Write(whole.bytes);
        }
    }
}
