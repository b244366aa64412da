using System.Security.Cryptography;
using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>
/// A chart as a notebook's HTML output. The output holds the figure, not plotly.js: the page loads that once, from where set-up put
/// it (never from the network), and until then, or where scripts do not run, the still picture stands in its place.
/// </summary>
internal static class NotebookHtml
{
    // Looks for a global Plotly, then for the script beside the notebook and in the folders above it, then tells the page once.
    private const string Loader = """
        window.notebookPlotly=window.notebookPlotly||new Promise(function(done){
        if(window.Plotly)return done(window.Plotly);
        var base=document.body.getAttribute('data-base-url'),path=document.body.getAttribute('data-notebook-path'),places=[];
        var config=document.getElementById('jupyter-config-data');
        if(!base&&config)try{base=JSON.parse(config.textContent).baseUrl}catch(e){base=null}
        if(path)path=decodeURIComponent(path);
        else{var m=decodeURIComponent(location.pathname).match(/\/(?:tree|notebooks|RTC:|edit)\/(.*)$/);path=m?m[1]:''}
        if(base){var parts=path.split('/').slice(0,-1);
        for(var n=parts.length;n>=0;n--){var folder=base+'files/'+parts.slice(0,n).map(function(p){return encodeURIComponent(p)+'/'}).join('');
        places.push(folder+'assets/plotly.min.js',folder+'artifacts/lesson/plotly.min.js',folder+'notebooks/assets/plotly.min.js')}}
        places.push('assets/plotly.min.js','../assets/plotly.min.js','plotly.min.js','_static/plotly.min.js','../_static/plotly.min.js');
        var define=window.define,next=function(){var place=places.shift();if(!place)return;
        var script=document.createElement('script');script.src=place;
        window.define=undefined;
        script.onload=function(){window.define=define;if(window.Plotly)done(window.Plotly);else next()};
        script.onerror=function(){window.define=define;next()};
        document.head.appendChild(script)};next()});
        """;

    // A chart without a ground of its own gets ink that can be read on the page's, be it light or dark.
    private const string Ink = """
        var layout=figure.layout,template=layout.template&&layout.template.layout||{},ground=place,shade;
        if(/,\s*0(\.0*)?\)$/.test(layout.paper_bgcolor||template.paper_bgcolor)&&!(layout.font&&layout.font.color)){
        do{shade=getComputedStyle(ground).backgroundColor.match(/[\d.]+/g);ground=ground.parentElement}while(ground&&shade&&shade[3]==0);
        var light=!shade||shade[3]==0||0.3*shade[0]+0.59*shade[1]+0.11*shade[2]>128;
        layout.font=Object.assign({},layout.font,{color:light?'#24292f':'#d8dee4'})}
        """;

    /// <summary>The output of one chart.</summary>
    /// <param name="json">The chart: <c>{data, layout, config}</c>.</param>
    public static string Of(string json)
    {
        // The same chart has the same identifier, so that running a notebook again changes nothing in it
        string id = "chart-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        string picture = Uri.EscapeDataString(StillPicture.Draw(json)).Replace("%20", " ", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%3D", "=", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
        string alternative = System.Net.WebUtility.HtmlEncode(FigureText.Summary(json));
        return $$"""
            <div id="{{id}}"><img alt="{{alternative}}" src="data:image/svg+xml,{{picture}}"></div>
            <script type="text/javascript">
            (function(){
            var here=document.currentScript&&document.currentScript.previousElementSibling;
            var all=document.querySelectorAll('[id="{{id}}"]');
            var place=here&&here.id==='{{id}}'?here:all[all.length-1];
            {{Loader}}
            window.notebookPlotly.then(function(Plotly){
            var figure={{json}};
            {{Ink}}
            place.textContent='';
            Plotly.newPlot(place,figure.data,figure.layout,figure.config).then(function(){if(figure.frames)Plotly.addFrames(place,figure.frames)});
            });
            })();
            </script>
            """;
    }
}
