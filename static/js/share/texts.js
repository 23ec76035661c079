// The sentences of sharing and dropping, which are loaded with them.

import en from "../../texts/share.en.json" with { type: "json" };
import ko from "../../texts/share.ko.json" with { type: "json" };
import { addTexts } from "../texts.js";

addTexts({ en, ko });
