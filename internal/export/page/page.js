// Filters the events of the page by type, actor and words. Without it the page is whole.
(() => {
  const form = document.getElementById("filter");
  const status = document.getElementById("shown");
  const articles = [...document.querySelectorAll("article")];
  const texts = new Map();
  const text = (a) => {
    if (!texts.has(a)) texts.set(a, a.textContent.toLowerCase());
    return texts.get(a);
  };
  const filter = () => {
    const type = form.elements.type.value;
    const actor = form.elements.actor.value;
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const a of articles) {
      const fits = (!type || a.dataset.type === type) &&
        (!actor || a.dataset.actors.split(" ").includes(actor)) &&
        words.every((w) => text(a).includes(w));
      a.hidden = !fits;
      if (fits) shown++;
    }
    for (const s of document.querySelectorAll("section.year")) {
      s.hidden = !s.querySelector("article:not([hidden])");
    }
    status.textContent = `${shown} of ${articles.length} events shown`;
  };
  const reveal = () => { // a link to an event that the filter hides shows all
    const to = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (to && to.hidden) {
      form.reset();
      filter();
      to.scrollIntoView();
    }
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (e) => e.preventDefault());
  addEventListener("hashchange", reveal);
  filter();
})();
