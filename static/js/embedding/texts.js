// The sentences of the dialog, which are loaded with it.

import en from "../../texts/embedding.en.json" with { type: "json" };
import ko from "../../texts/embedding.ko.json" with { type: "json" };
import { addTexts } from "../texts.js";

addTexts({ en, ko });
