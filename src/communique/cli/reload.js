/* Put into pages by `communique serve` alone: loads the page again when it changed, and shows what the build found. */
(() => {
  "use strict";
  const { events, stamp } = document.currentScript.dataset;
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const host = make("aside", { id: "communique-serve" });
  const inside = host.attachShadow({ mode: "open" });
  const box = make("details", { open: sessionStorage.getItem("communique-serve") !== "closed" });
  const head = make("summary", {}), list = make("ol", {});
  inside.append(make("style", { textContent: `
    details { position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 40vh; overflow: auto; background: #222; color: #fff; font: 14px/1.45 system-ui, sans-serif; }
    summary { padding: .5rem 1rem; cursor: pointer; font-weight: 600; border-top: 4px solid #e8b00c; }
    .error summary { border-color: #e5484d; }
    ol { margin: 0; padding: 0 1rem .8rem 2.5rem; }
    li { white-space: pre-wrap; font-family: ui-monospace, monospace; padding: .2rem 0; }
    @media print { details { display: none; } }` }), box);
  box.append(head, list);
  box.addEventListener("toggle", () => sessionStorage.setItem("communique-serve", box.open ? "open" : "closed"));
  const searching = /\/search\/(index\.html)?$/.test(location.pathname);
  const show = ({ counted, behind, errors, problems }) => {
    const waiting = behind && searching && "The search does not know the last change yet: it follows when you pause.";
    if (!counted && !waiting) return host.remove();
    head.textContent = [waiting, counted].filter(Boolean).join(" ");
    list.replaceChildren(...problems.map((textContent) => make("li", { textContent })));
    box.className = errors ? "error" : "";
    document.body.append(host);
  };
  const asked = new URLSearchParams({ page: location.pathname, stamp });
  const source = new EventSource(`${events}?${asked}`);
  source.addEventListener("reload", () => { source.close(); location.reload(); });
  source.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  addEventListener("pagehide", () => source.close());
})();
