/* Words that a search found, marked on the page that its result leads to: ?mark=word&mark=word#c412. */
const given = new URLSearchParams(location.search).getAll("mark").filter(Boolean);
const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${given.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|")})(?![\\p{L}\\p{N}])`, "giu");
const parts = document.querySelectorAll("h1, .lead, .transcript");
for (const part of given.length ? parts : []) {
  const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), texts = [];
  while (walk.nextNode()) if (!walk.currentNode.parentNode.closest(".tools")) texts.push(walk.currentNode);
  for (const text of texts) {
    const at = [...text.data.matchAll(found)].reverse();
    for (const { index, 0: word } of at) {
      const rest = text.splitText(index), mark = document.createElement("mark");
      rest.splitText(word.length);
      rest.replaceWith(mark);
      mark.append(rest);
    }
  }
}
document.getElementById(location.hash.slice(1))?.scrollIntoView();
