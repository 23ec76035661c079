// In a frame, what is wrong with a program is a picture. The page around hears that its server is there, and may ask for
// another program in its place.

import { addressOf, fieldsOf } from "./component/fields.js";
import { createHost } from "./embed/host.js";

const asked = () => fieldsOf(Object.fromEntries(new URLSearchParams(location.search)));

const host = createHost(window, {
  tell: asked,
  take: (state) => location.replace(addressOf(location.pathname, { ...asked(), ...fieldsOf(state) })),
});

host.say("state");
