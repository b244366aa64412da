using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// All parameters, then all persistent buffers, by dotted name. The tensors are the module's own: changing them changes it.
            /// </summary>
            /// <param name="destination">A dictionary to add to; a new one when null.</param>
            /// <param name="prefix">Put before every name, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new Dictionary<string, Tensor>();
                string Full(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
                foreach (var (name, parameter) in named_parameters())
                {
                    destination.TryAdd(Full(name), parameter);
                }
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(Full(name), buffer);
                }
                foreach (var (name, child) in named_children())
                {
                    child.state_dict(destination, Full(name));
                }
                return destination;
            }

            /// <summary>Copies tensors into the module's parameters and buffers by name.</summary>
            /// <param name="source">Tensors by dotted name, as <see cref="state_dict"/> gives them.</param>
            /// <param name="strict">Whether the names must be exactly the module's.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The module's names that <paramref name="source"/> lacks, and its names that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
            /// <exception cref="ArgumentException">A tensor's shape differs from the parameter's.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= Array.Empty<string>();
                var own = state_dict();
                var missing = own.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key)).ToList();
                var unexpected = source.Keys.Where(key => !skip.Contains(key) && !own.ContainsKey(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        "The state does not fit the module." + Listed(" It lacks ", missing) + Listed(" The module has no ", unexpected));
                }
                using var _ = no_grad();
                foreach (var (key, value) in source)
                {
                    if (skip.Contains(key) || !own.TryGetValue(key, out var target))
                    {
                        continue;
                    }
                    if (!target.shape.AsSpan().SequenceEqual(value.shape))
                    {
                        throw new ArgumentException(
                            $"'{key}' has shape [{string.Join(", ", value.shape)}], but the module's has [{string.Join(", ", target.shape)}].", nameof(source));
                    }
                    InPlace.Copy(target, value);
                }
                return (missing, unexpected);
            }

            private static string Listed(string before, List<string> names)
            {
                const int shown = 5;
                return names.Count == 0
                    ? ""
                    : before + string.Join(", ", names.Take(shown).Select(name => $"'{name}'")) + (names.Count > shown ? $" and {names.Count - shown} more." : ".");
            }
        }
    }
}
