// The page of another product: gives the element its tokens, and hears what becomes of the import.
const element = document.querySelector("muster-import");
const told = document.querySelector("#told");

/** The one call that this product's server makes for the page. */
async function giveToken() {
  const response = await fetch("/import-token", { method: "POST" });
  const answer = await response.json();
  if (response.ok) element.token = answer.token;
  else told.textContent = `${answer.detail} ${answer.fix}`;
}

// Soon over, or over: the wizard goes on where it stands with the next one.
element.addEventListener("muster-token", giveToken);

element.addEventListener("muster-done", ({ detail }) => {
  const { created, updated, failed } = detail.outcomes;
  told.textContent = `Acme heard: ${detail.import} is ${detail.state}: ${created} new, ${updated} changed, ${failed} failed.`;
});

element.addEventListener("muster-error", ({ detail }) => {
  told.textContent = `Acme heard: ${detail.message} (${detail.code})`;
});

giveToken();
