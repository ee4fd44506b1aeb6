/* Search: query, facets, years and order live in the address; Pagefind is loaded when there is something to find.
   The index lies in shards by date, each merged into an empty one when its years are asked for. All words that are
   shown stand in search.html. */
const $ = (selector, inside = document) => inside.querySelector(selector);
const $$ = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const FACETS = ["region", "person", "source", "kind", "language"];
const PAGE = 10, VALUES = 8, PASSAGES = 3, WINDOW = 34;
const page = $("#search"), find = $("#find"), query = find.elements.q, facets = $("#facets"), said = $("#said");
const hits = $(".hits"), more = $("#more"), earlier = $("#earlier"), results = $("#results"), browse = $("#browse"), panel = $(".facets");
const words = JSON.parse($("#words").textContent), lang = document.documentElement.lang || "en", title = document.title;
const root = new URL(page.dataset.root, location), base = new URL("pagefind/", root);

// Words and numbers in the page's language: the forms of a sentence are printed for 0, 1, 2 and 5.
const locale = lang === "en" ? "en-001" : lang, plural = new Intl.PluralRules(lang), number = new Intl.NumberFormat(locale);
const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const languages = new Intl.DisplayNames(lang, { type: "language" });
const counted = (forms, n) => {
  const samples = [0, 1, 2, 5], like = samples.findIndex((sample) => plural.select(sample) === plural.select(n));
  return forms.at(like).replace(String(samples.at(like)), number.format(n));
};
const label = (facet, value) => (facet === "kind" ? words.kinds[value] : facet === "language" ? languages.of(value) : "") || value;
const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

// The state of a search is its address.
const read = () => {
  const given = new URLSearchParams(location.search);
  const state = { q: given.get("q") || "", order: given.get("order") || "", from: given.get("from") || "", to: given.get("to") || "" };
  FACETS.forEach((facet) => { state[facet] = given.getAll(facet); });
  return state;
};
const address = (state) => {
  const given = new URLSearchParams();
  Object.entries(state).forEach(([key, value]) => [value].flat().forEach((one) => one && given.append(key, one)));
  return location.pathname + (given.size ? "?" + given : "");
};
const asked = (state) => Boolean(state.q.trim() || state.from || state.to || FACETS.some((facet) => state[facet].length));

// The index.
let engine, shown = PAGE, turn = 0;
const open = () => (engine ??= load().catch((error) => { engine = undefined; throw error; }));
const load = async () => {
  const answer = await fetch(new URL("shards.json", base), { cache: "no-cache" });
  if (!answer.ok) throw new Error("no index");
  const { shards } = await answer.json(), { createInstance } = await import(new URL("pagefind.js", base));
  const index = createInstance({ basePath: base.href, baseUrl: root.pathname });
  await index.init();
  const dated = shards.filter((shard) => shard.from);
  const first = Math.min(...dated.map((shard) => +shard.from.slice(0, 4))), last = Math.max(...dated.map((shard) => +shard.to.slice(0, 4)));
  const years = dated.length ? Array.from({ length: last - first + 1 }, (_, n) => String(last - n)) : [];
  for (const name of ["from", "to"]) facets.elements[name].append(...years.map((year) => new Option(year, year)));
  return { index, shards, years, merged: new Map() };
};
/** The years that a state asks for; without any, the newest two where the archive has several shards. */
const range = ({ shards, years }, state) => {
  const from = state.from || (shards.length > 1 && !state.to && years[1]) || "all";
  return { from: from === "all" ? "" : from, to: state.to, whole: from === "all" && !state.to };
};
const within = (shard, { from, to, whole }) => whole || (shard.from && (!from || shard.to.slice(0, 4) >= from) && (!to || shard.from.slice(0, 4) <= to));
const merge = ({ index, merged }, shard) => {
  if (!merged.has(shard.name)) {
    merged.set(shard.name, index.mergeIndex(new URL(shard.name + "/", base).href, { baseUrl: root.pathname, metaCacheTag: shard.key, mergeFilter: { shard: shard.name } }));
  }
  return merged.get(shard.name);
};

/** The shards that hold every word of a query, or words that begin with it.
    Pagefind takes a word that its index lacks for a shorter one, or leaves it out: each shard would do so for itself. */
const holding = async (index, shards, term) => {
  if (!term || /^".+"$/.test(term)) return shards;
  const names = await Promise.all(term.split(/\s+/).map(plain).filter(Boolean).map(async (word) => {
    const known = (await index.search(`"${word}"`)).filters.shard || {};
    const lacking = shards.filter((shard) => !known[shard.name]);
    const begun = await Promise.all(lacking.map(async ({ name }) => {
      const first = await (await index.search(word, { filters: { shard: name } })).results[0]?.data();
      return first && texts(first).some((text, at) => first.locations.includes(at) && [text, ...text.split(/[^\p{L}\p{N}]+/u)].some((part) => plain(part).startsWith(word)));
    }));
    return shards.filter((shard) => known[shard.name] || begun[lacking.indexOf(shard)]);
  }));
  return shards.filter((shard) => names.every((list) => list.includes(shard)));
};
const plain = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
const texts = ({ raw_content: raw }) => raw.split(raw.includes("\u200B") ? "\u200B" : /\s+/).map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));

const search = async (state) => {
  const whole = await open(), { index, shards, years, merged } = whole, span = range(whole, state);
  const wanted = shards.filter((shard) => within(shard, span));
  await Promise.all(wanted.map((shard) => merge(whole, shard)));
  await index.filters();
  const term = state.q.trim().replace(/[“”„«»]/g, '"') || null, filters = {};
  FACETS.forEach((facet) => { if (state[facet].length) filters[facet] = { any: state[facet] }; });
  if (!span.whole) filters.year = { any: years.filter((year) => (!span.from || year >= span.from) && (!span.to || year <= span.to)) };
  const holders = await holding(index, wanted, term);
  if (!holders.length) return { ...whole, span, wanted, counts: {}, found: [] };
  if (holders.length < merged.size) filters.shard = { any: holders.map((shard) => shard.name) };
  const found = await index.search(term, { filters });
  // A facet's own choice does not count against its other values.
  const counts = { ...found.filters };
  await Promise.all(Object.keys(filters).filter((facet) => facet !== "shard").map(async (facet) => {
    const { [facet]: own, ...others } = filters;
    counts[facet] = (await index.search(term, { filters: others })).filters[facet];
  }));
  return { ...whole, span, wanted, counts, found: state.order === "new" || !term ? await newest(index, holders, term, filters) : found.results };
};
// Best first is the merged order: exact within a shard, near enough across them, since Pagefind weighs a word by its rarity in each.
/** Newest first: the shards lie in that order, and within each one Pagefind sorts (merged, it sorts by score alone). */
const newest = async (index, wanted, term, filters) => {
  const parts = await Promise.all(wanted.map((shard) => index.search(term, { filters: { ...filters, shard: shard.name }, sort: { date: "desc" } })));
  return parts.flatMap((part) => part.results);
};

/** A word as [marks before it, the word itself, marks after it]. */
const split = (word) => word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su).slice(1);
const marked = (word) => {
  const [before, bare, after] = split(word);
  return [before, make("mark", {}, bare), after];
};
// What a page says: one passage a turn, with who says it; in prose one a paragraph.
const passages = (hit) => {
  const text = texts(hit);
  const labels = hit.anchors.filter((anchor) => anchor.element === "h2").map((anchor) => anchor.text);
  const speaker = (said) => [...labels, ...(hit.filters.person || [])].filter((name) => said.startsWith(name + " ")).sort((a, b) => a.length - b.length)[0] || said;
  const blocks = [];
  let who = "", part = 0;
  for (const { element, id, text: shown, location: at } of hit.anchors.toSorted((a, b) => a.location - b.location)) {
    if (element === "h2" || element === "div") { who = element === "h2" ? speaker(shown) : ""; part += 1; }
    if (/^c\d+$/.test(id)) blocks.push({ at, id, who, part: who ? part : id, from: element === "h2" ? at + who.split(/\s+/).length : at });
  }
  const groups = new Map();
  for (const { location: at, balanced_score: score } of hit.weighted_locations) {
    const place = blocks.findLastIndex((block) => block.at <= at), block = blocks[place] || {};
    if (!block.id) continue; // the title, which is shown anyway
    const end = blocks.slice(place + 1).find((next) => next.part !== block.part)?.at ?? text.length;
    const group = groups.get(block.part) || { who: block.who, score: 0, best: -1, from: 0, end, at: 0 };
    group.score += score;
    if (score > group.best) Object.assign(group, { best: score, id: block.id, from: block.from, at });
    groups.set(block.part, group);
  }
  const places = new Set(hit.locations), found = [...new Set(hit.locations.map((at) => split(text[at] || "")[1].toLowerCase()))].filter(Boolean);
  const marks = new URLSearchParams(found.slice(0, 8).map((word) => ["mark", word]));
  const best = [...groups.values()].sort((a, b) => b.score - a.score);
  const excerpt = ({ from, end, at }) => {
    const start = Math.max(from, Math.min(at - 10, end - WINDOW)), stop = Math.min(end, start + WINDOW), shown = start > from ? ["… "] : [];
    for (let n = start; n < stop; n += 1) shown.push(...(places.has(n) ? marked(text[n]) : [text[n]]), " ");
    return stop < end ? [...shown, "…"] : shown;
  };
  const href = (id) => `${hit.url}?${marks}${id && "#" + id}`;
  const heading = hit.meta.title.split(/(\s+)/).flatMap((word) => (found.includes(split(word)[1].toLowerCase()) ? marked(word) : [word]));
  return { href: href(""), heading, rest: Math.max(0, best.length - PASSAGES), list: best.slice(0, PASSAGES).sort((a, b) => a.at - b.at).map((group) => ({ who: group.who, href: href(group.id), text: excerpt(group) })) };
};
const row = (hit) => {
  const made = $("#hit").content.cloneNode(true), { href, heading, list, rest } = passages(hit), date = hit.meta.date;
  const when = $(".when", made), link = $("h2 a", made);
  if (date) when.replaceWith(make("time", { dateTime: date, textContent: day.format(new Date(date)) })); else when.textContent = words.undated;
  link.href = href;
  link.append(...heading);
  const spoken = hit.filters.language?.[0];
  $(".meta", made).append(...[...(hit.filters.region || []), ...(hit.filters.source || []), ...(spoken && spoken !== lang ? [languages.of(spoken)] : [])].map((value) => make("span", { dir: "auto", textContent: value })));
  $(".passages", made).append(...list.map(({ who, href: to, text }) => make("li", {}, make("a", { href: to, dir: "auto" }, ...(who ? [make("b", {}, who)] : []), ...text))));
  if (rest) $(".more", made).textContent = counted(words.passages, rest); else $(".more", made).remove();
  return made;
};

// What is shown.
const value = (facet, name, count, chosen) => make("label", {}, make("input", { type: "checkbox", name: facet, value: name, checked: chosen.includes(name) }), make("span", { dir: "auto" }, label(facet, name)), make("small", {}, number.format(count)));
const narrow = (state, counts, focus) => {
  for (const facet of FACETS) {
    const field = $(`[data-facet=${facet}]`), all = field.lastElementChild, chosen = state[facet];
    const known = { ...Object.fromEntries(chosen.map((name) => [name, 0])), ...counts[facet] };
    const values = Object.entries(known).filter(([name, count]) => count || chosen.includes(name)).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], lang));
    const few = values.filter(([name], n) => n < VALUES || field.dataset.all || chosen.includes(name));
    field.hidden = !values.length;
    all.hidden = few.length === values.length;
    field.children[1].replaceChildren(...few.map(([name, count]) => value(facet, name, count, chosen)));
  }
  for (const option of $$(".years option")) if (option.value && option.value !== "all") option.textContent = option.value + (counts.year?.[option.value] ? ` (${number.format(counts.year[option.value])})` : "");
  if (focus) $$("input", facets).find((input) => input.name === focus.name && input.value === focus.value)?.focus();
};
const summary = ({ found, span, years }) => {
  const scope = span.whole ? words.whole : words.span.replace("{from}", span.from || years.at(-1)).replace("{to}", span.to || years[0]);
  return (found.length ? counted(words.found, found.length) + "." : words.nothing) + " " + scope;
};
const show = async (state) => {
  const mine = (turn += 1), chosen = document.activeElement;
  query.value = query.value.trim() === state.q.trim() ? query.value : state.q;
  document.title = state.q ? `${state.q} – ${title}` : title;
  browse.hidden = asked(state);
  if (!asked(state)) { results.hidden = true; hits.replaceChildren(); said.textContent = ""; return; }
  results.hidden = false;
  hits.ariaBusy = "true";
  const waiting = setTimeout(() => { said.textContent = words.searching; }, 400);
  try {
    const answer = await search(state), data = await Promise.all(answer.found.slice(0, shown).map((result) => result.data()));
    if (mine !== turn) return;
    facets.elements.order.value = state.order;
    facets.elements.from.value = answer.span.from || "all";
    facets.elements.to.value = state.to;
    narrow(state, answer.counts, facets.contains(chosen) && chosen.type === "checkbox" ? chosen : null);
    hits.replaceChildren(...data.map(row));
    more.hidden = answer.found.length <= shown;
    const left = answer.shards.filter((shard) => !answer.wanted.includes(shard) && !(state.to && shard.from.slice(0, 4) > state.to)).reduce((sum, shard) => sum + shard.count, 0);
    earlier.hidden = !left || Boolean(state.to);
    earlier.textContent = left ? counted(words.earlier, left) : "";
    said.textContent = summary(answer);
    browse.hidden = answer.found.length > 0;
  } catch (error) {
    if (mine !== turn) return;
    console.warn(error);
    results.hidden = true;
    browse.hidden = false;
    $("h2", browse)?.replaceWith($("#none").content.cloneNode(true));
  } finally {
    clearTimeout(waiting);
    hits.ariaBusy = "false";
  }
};

// What the reader does.
let state = read();
const go = (change, push = true) => {
  state = { ...state, ...change };
  shown = PAGE;
  const to = address(state);
  if (to !== location.pathname + location.search) history[push ? "pushState" : "replaceState"](null, "", to);
  return show(state);
};
let pause;
query.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => go({ q: query.value.trim() }, false), 250);
});
find.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ q: query.value.trim() });
});
facets.addEventListener("submit", (event) => event.preventDefault());
facets.addEventListener("change", (event) => {
  const { name, value: given, type } = event.target;
  go({ [name]: type === "checkbox" ? $$(`input[name=${name}]:checked`, facets).map((input) => input.value) : given });
});
facets.addEventListener("click", (event) => {
  const field = event.target.closest("button")?.closest("fieldset");
  if (!field) return;
  field.dataset.all = "1";
  show(state).then(() => $(`input:not(:checked)`, field)?.focus());
});
more.addEventListener("click", async () => {
  const next = shown;
  shown += PAGE;
  history.replaceState({ shown }, "");
  await show(state);
  $("a", hits.children[next])?.focus();
});
earlier.addEventListener("click", () => go({ from: "all" }).then(() => query.focus()));
addEventListener("keydown", (event) => {
  const at = document.activeElement, links = $$("a", hits), place = links.indexOf(at);
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const to = { Escape: at !== query && query, ArrowDown: place >= 0 ? links[place + 1] : at === query && links[0], ArrowUp: place > 0 ? links[place - 1] : place === 0 && query }[event.key];
  if (!to) return;
  event.preventDefault();
  to.focus();
  if (to === query) query.select();
});
addEventListener("popstate", (event) => {
  state = read();
  shown = event.state?.shown || PAGE;
  show(state);
});
addEventListener("pagehide", () => history.replaceState({ ...history.state, shown, y: scrollY }, ""));

const wide = matchMedia("(min-width: 62rem)"), unfold = () => { panel.open = wide.matches; };
wide.addEventListener("change", unfold);
unfold();
shown = history.state?.shown || PAGE;
// What was typed while this script was on its way counts.
if (query.value.trim() && query.value.trim() !== state.q && !asked(state)) go({ q: query.value.trim() }, false);
else show(state).then(() => { if (history.state?.y) scrollTo(0, history.state.y); });
