// The sentences of the pages: the bar, the program, what may go wrong with it, the tour.

import en from "../../texts/en.json" with { type: "json" };
import ko from "../../texts/ko.json" with { type: "json" };
import "../figure/texts.js";
import { addTexts } from "../texts.js";

addTexts({ en, ko });
