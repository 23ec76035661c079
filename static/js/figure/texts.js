// The sentences of a circuit and of what plays it, in both languages.

import en from "../../texts/figure.en.json" with { type: "json" };
import ko from "../../texts/figure.ko.json" with { type: "json" };
import { addTexts } from "../texts.js";

addTexts({ en, ko });
