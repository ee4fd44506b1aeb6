/* Citations of a release, of a passage in it or of a document that it names, from what its page holds; loaded on use. */
const $ = (selector, inside = document) => inside.querySelector(selector);
const meta = (name) => ($(`meta[name="${name}"]`) || {}).content || "";
const known = (item) => Object.fromEntries(Object.entries(item).filter(([, value]) => value && value.length !== 0));
const names = (...all) => all.filter(Boolean).map((literal) => ({ literal }));

// What the page says, in CSL's terms: a report, a speech, a treaty.
const page = () => {
  const [data] = JSON.parse($('script[type="application/ld+json"]').textContent);
  const address = ($("link[rel=canonical]") || location).href.split("#")[0];
  const institution = meta("citation_technical_report_institution");
  const original = (data.translationOfWork || {}).url || data.isBasedOn;
  return {
    id: address.replace(/(index\.html)?$/, "").split("/").filter(Boolean).pop(),
    address, institution, original, title: data.headline, language: data.inLanguage, day: data.datePublished,
    translator: (data.translator || {}).name, archive: $('meta[property="og:site_name"]').content,
  };
};
const issued = (day) => day && { "date-parts": [day.split("-").map(Number)] };
const shared = (one) => ({
  genre: "Press release", translator: names(one.translator), publisher: one.institution, issued: issued(one.day), language: one.language, archive: one.archive,
  note: one.original && "Original: " + one.original,
});
const report = (one) => ({ id: one.id, type: "report", title: one.title, author: names(one.institution), ...shared(one), URL: one.address });
const speech = (one, block) => {
  const head = $("h2", block.closest(".turn")), copy = head.cloneNode(true);
  copy.querySelectorAll("a[href^='#c'], span").forEach((part) => part.remove());
  return { id: one.id + "#" + block.id, type: "speech", title: one.title, author: names(copy.textContent.trim()), ...shared(one), URL: one.address + "#" + block.id };
};
const listed = (chosen) => (chosen.startsWith("document-") ? document.querySelectorAll("#documents li[data-pagefind-filter]")[chosen.slice(9)] : null);
const treaty = (one, line, chosen) => {
  const link = $("a", line), parties = [...line.querySelectorAll("small:not(.status)")].flatMap((part) => part.textContent.split(", "));
  const signed = !$(".planned", line), kind = (line.dataset.pagefindFilter || "kind:").slice(5);
  return {
    id: one.id + "#" + chosen, type: "treaty", title: (link || line.firstChild).textContent.trim(), genre: kind, author: names(...parties),
    issued: signed && issued(one.day), status: signed ? "signed" : "to be signed", references: one.title, URL: one.address + (link ? link.hash : ""),
  };
};

/** The CSL-JSON item of what is chosen: "" for the release, the id of a block for a passage, "document-0" for a document. */
export const item = (chosen) => {
  const one = page(), entry = listed(chosen);
  if (entry) return known(treaty(one, entry, chosen));
  const block = chosen && document.getElementById(chosen);
  return known(block && block.closest(".turn") ? speech(one, block) : report(one));
};

const line = (value) => String(value).replace(/\s+/g, " ").trim();
const day = (made) => (made.issued ? made.issued["date-parts"][0] : []);
const people = (made, role) => (made[role] || []).map((name) => line(name.literal));
const two = (number) => String(number).padStart(2, "0");

const SPECIAL = { "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" };
const tex = (value) => line(value).replace(/[\\{}&%$#_^~]/g, (mark) => SPECIAL[mark]);
const url = (value) => line(value).replace(/[\\{}%\s]/g, (mark) => (mark === "%" ? "%" : encodeURIComponent(mark)));
const bibtex = (made) => {
  const [year, month, date] = day(made), translators = people(made, "translator");
  const notes = [translators.length && "Translated by " + translators.join(", "), made.note, made.status, made.references && "Named in: " + made.references];
  const fields = {
    author: people(made, "author").map((name) => "{" + tex(name) + "}").join(" and "), title: "{" + tex(made.title) + "}",
    type: made.genre && tex(made.genre), institution: made.type === "report" && made.publisher && "{" + tex(made.publisher) + "}",
    howpublished: made.type === "report" ? "" : tex(made.type), year, month: month && two(month), day: date && two(date),
    language: made.language, note: tex(notes.filter(Boolean).join(". ")), url: url(made.URL || ""),
  };
  const rows = Object.entries(fields).filter(([, value]) => value).map(([key, value]) => "  " + key + " = {" + value + "},");
  return "@" + (made.type === "report" ? "techreport" : "misc") + "{" + made.id.replace(/[^\w.-]+/g, "-") + ",\n" + rows.join("\n") + "\n}\n";
};

const RIS = { report: "RPRT", speech: "SLIDE", treaty: "LEGAL" };
const ris = (made) => {
  const [year, month, date] = day(made), rows = [["TY", RIS[made.type]], ["ID", made.id], ["TI", made.title], ["M3", made.genre]];
  rows.push(...people(made, "author").map((name) => ["AU", name]), ...people(made, "translator").map((name) => ["A4", name]));
  rows.push(["PB", made.publisher], ["PY", year], ["DA", year && [year, month && two(month), date && two(date), ""].join("/")], ["LA", made.language], ["DB", made.archive]);
  rows.push(["N1", made.note], ["N1", made.references && "Named in: " + made.references], ["N1", made.status], ["UR", made.URL]);
  return rows.filter(([, value]) => value).map(([tag, value]) => tag + "  - " + line(value) + "\n").join("") + "ER  - \n";
};

// In the page's own words: whose passage or which document it is, then how the page cites the release.
const text = (chosen) => {
  const one = page(), cited = item(chosen), shown = line($(".citation").textContent);
  const whole = (shown.includes("://") ? shown : shown + " " + one.address).replace(one.address, () => cited.URL);
  if (cited.type === "report") return whole;
  const author = people(cited, "author").join(", ");
  if (cited.type === "speech") return author + ". " + (whole.startsWith(one.institution + ". ") ? whole.slice(one.institution.length + 2) : whole);
  return (author && author + ". ") + "“" + cited.title + "” [" + $(".status", listed(chosen)).textContent + "]. " + whole;
};

/** Format → the citation of what is chosen, as text. */
export const formats = {
  BibTeX: (chosen) => bibtex(item(chosen)),
  RIS: (chosen) => ris(item(chosen)),
  text,
  "CSL-JSON": (chosen) => JSON.stringify([item(chosen)], null, 1) + "\n",
};
