/* The switch for light and dark colours. The choice is kept in a cookie, so that the server draws the first frame right. */
const CHOICES = ["auto", "light", "dark"];

export function startTheme() {
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  const show = (theme) => (button.querySelector("span").textContent = button.dataset[theme]);
  let theme = document.documentElement.dataset.theme ?? "auto";
  show(theme);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = CHOICES[(CHOICES.indexOf(theme) + 1) % CHOICES.length];
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    const age = theme === "auto" ? 0 : 365 * 24 * 3600;
    document.cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`;
    show(theme);
  });
}
