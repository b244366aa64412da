// The start of every lesson: #load "setup.csx". Refers to the course's library and hands it this notebook's display.
#r "../artifacts/lesson/TorchSharp.dll"
#r "../artifacts/lesson/FSharp.Core.dll"
#r "../artifacts/lesson/DynamicObj.dll"
#r "../artifacts/lesson/Plotly.NET.dll"
#r "../artifacts/lesson/Plotly.NET.CSharp.dll"
#r "../artifacts/lesson/RnnNotebooks.dll"

RnnNotebooks.Notebook.Connect(
    value =>
    {
        var shown = Microsoft.DotNet.Interactive.Kernel.display(value);
        return next => shown.Update(next);
    },
    () => Microsoft.DotNet.Interactive.KernelInvocationContext.Current?.CancellationToken ?? System.Threading.CancellationToken.None);
