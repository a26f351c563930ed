/* What pages can do beyond links and forms. Each part looks for its own marks and does nothing without them. */
import { startComboboxes } from "./combobox.js";
import { startCommaLists } from "./comma_lists.js";
import { startDates } from "./dates.js";
import { startFileSizes } from "./file_sizes.js";
import { startJob } from "./job.js";
import { startKeeping } from "./keep.js";
import { startMenus } from "./menus.js";
import { startOnce } from "./once.js";
import { startRows } from "./rows.js";
import { startShortcuts } from "./shortcuts.js";
import { startTables } from "./tables.js";
import { startTheme } from "./theme.js";
import { startWatch } from "./watch.js";

startTheme();
startMenus();
startShortcuts();
startTables();
startFileSizes();
startKeeping();
startOnce();
startRows(document);
startComboboxes(document);
startCommaLists(document);
startDates(document);
startWatch();
startJob();
