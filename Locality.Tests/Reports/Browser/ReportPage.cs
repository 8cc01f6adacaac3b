using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Is an open report, and everything that its browser complained of or asked for.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly string address;

    private readonly List<string> complaints = [];

    private readonly List<string> requests = [];

    internal ReportPage(IPage page, string address)
    {
        Page = page;
        this.address = address;
        page.Console += (_, message) => Note(complaints, message.Type is "error" or "warning" ? $"{message.Type}: {message.Text}" : null);
        page.PageError += (_, error) => Note(complaints, $"page: {error}");
        page.Crash += (_, _) => Note(complaints, "the page crashed");
        page.Popup += (_, popup) => Note(complaints, $"popup: {popup.Url}");
        page.Dialog += (_, dialog) =>
        {
            Note(complaints, $"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Context.Request += (_, request) => Note(requests, request.Url);
        page.FrameNavigated += (_, frame) => Note(complaints, string.Equals(frame.Url.Split('#')[0], address, StringComparison.Ordinal) ? null : $"navigated: {frame.Url}");
    }

    internal IPage Page { get; }

    internal async Task OpenAsync()
    {
        await Page.GotoAsync(address, new() { Timeout = 120_000 });
        await Page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached, Timeout = 120_000 });
    }

    /// <summary>Holds that nothing was complained of, and that nothing but the file itself was asked for.</summary>
    internal void IsQuiet()
    {
        lock (complaints)
        {
            Assert.Empty(complaints);
        }

        lock (requests)
        {
            Assert.Equal([address], requests);
        }
    }

    internal Task<T> Ask<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(script, argument);

    internal Task<string> Shown(string selector) => Ask<string>("selector => document.querySelector(selector).textContent", selector);

    /// <summary>Returns the markup of a figure's picture.</summary>
    internal Task<string> Picture(string figure) => Ask<string>("id => document.getElementById(id).querySelector('.picture svg').outerHTML", figure);

    /// <summary>Returns what is wrong with the pictures of the page, figure by figure; none where each has shapes and words within its edges.</summary>
    internal async Task<string[]> BadPictures()
    {
        JsonElement figures = await Ask<JsonElement>("""
            () => [...document.querySelectorAll('figure')].map(figure => {
              const svg = figure.querySelector('.picture svg');
              if (!svg) { return { id: figure.id, shapes: 0, width: 0, height: 0, odd: 'no picture' }; }
              const shapes = [...svg.querySelectorAll('path, circle, rect, polygon, polyline, line')].filter(shape => {
                const box = shape.getBBox();
                return box.width + box.height > 0;
              });
              const box = svg.getBoundingClientRect();
              const odd = (svg.outerHTML.match(/NaN|Infinity|undefined|\[object/) || [''])[0];
              return { id: figure.id, shapes: shapes.length, width: box.width, height: box.height, odd };
            })
            """);
        Assert.NotEqual(0, figures.GetArrayLength());
        return
        [
            .. from figure in figures.EnumerateArray()
               where figure.GetProperty("shapes").GetInt32() < 4 || figure.GetProperty("width").GetDouble() < 200 || figure.GetProperty("height").GetDouble() < 100 || figure.GetProperty("odd").GetString() != ""
               select figure.ToString(),
        ];
    }

    /// <summary>Returns the colours of every picture: by figure, each once, in order.</summary>
    internal Task<Dictionary<string, string>> Colours() => Ask<Dictionary<string, string>>("""
        () => Object.fromEntries([...document.querySelectorAll('figure')].map(figure => [figure.id,
          [...new Set([...figure.querySelectorAll('svg [fill], svg [stroke]')].flatMap(shape => [shape.getAttribute('fill'), shape.getAttribute('stroke')]))].filter(colour => colour && colour !== 'none').sort().join(' ')]))
        """);

    /// <summary>Waits until something is so, for as many pictures as a pointer's leaving may take to fade.</summary>
    internal async Task Until(string script, object? argument = null)
    {
        for (int tries = 0; tries < 100 && !await Ask<bool>(script, argument); tries++)
        {
            await Frames(2);
        }

        Assert.True(await Ask<bool>(script, argument), $"never so: {script}");
    }

    /// <summary>Waits until the page has been painted so many times.</summary>
    internal Task Frames(int count) => Ask<bool>("async count => { for (let frame = 0; frame < count; frame++) { await new Promise(requestAnimationFrame); } return true; }", count);

    /// <summary>Points at a value of a figure, by its colour and its place among those, and returns the words that this adds to the picture.</summary>
    internal async Task<string> PointAt(string figure, string colour, int place = 0)
    {
        // What was said before goes away a moment after the pointer has left.
        await Page.Mouse.MoveAsync(2, 2);
        await Page.WaitForTimeoutAsync(300);
        JsonElement at = await Ask<JsonElement>("""
            ([id, colour, place]) => {
              const figure = document.getElementById(id);
              const top = figure.querySelector('svg').getBoundingClientRect().top;
              const shape = [...figure.querySelectorAll('svg path, svg circle, svg rect, svg polygon')].filter(shape => {
                const box = shape.getBoundingClientRect();
                return [shape.getAttribute('fill'), shape.getAttribute('stroke')].includes(colour) && box.top > top + 30 && box.width > 2 && box.width < 30 && box.height > 2 && box.height < 30;
              })[place];
              shape.scrollIntoView({ block: 'center' });
              const box = shape.getBoundingClientRect();
              return [box.left + box.width / 2, box.top + box.height / 2];
            }
            """, new object[] { figure, colour, place });
        List<string> before = [.. await Texts(figure)];
        await Page.Mouse.MoveAsync(at[0].GetSingle() + 40, at[1].GetSingle() + 1);
        await Page.Mouse.MoveAsync(at[0].GetSingle(), at[1].GetSingle(), new() { Steps = 4 });
        for (int tries = 0; tries < 100; tries++)
        {
            await Frames(2);
            string[] added = [.. (await Texts(figure)).Skip(before.Count)];
            if (added.Length > 0)
            {
                return string.Join('\n', added).Replace("\u200B", "", StringComparison.Ordinal);
            }
        }

        Assert.Fail($"{figure}: nothing is said at {at}");
        return "";
    }

    private Task<string[]> Texts(string figure) => Ask<string[]>("id => [...document.getElementById(id).querySelectorAll('svg text')].map(text => text.textContent)", figure);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static void Note(List<string> list, string? text)
    {
        lock (list)
        {
            if (text is not null)
            {
                list.Add(text);
            }
        }
    }
}
