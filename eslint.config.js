import js from "@eslint/js";
import globals from "globals";

const onlyTheClient = ["fetch", "XMLHttpRequest", "EventSource", "WebSocket"].map((name) => ({
  name,
  message: "Only api.js talks to the server.",
}));
const noPage = ["document", "window", "navigator", "location", "localStorage"].map((name) => ({
  name,
  message: "This module is pure: it runs under Node too.",
}));

export default [
  { ignores: ["static/dist/", "build/", "dist/", "docs/", ".venv*/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 10],
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      "default-case-last": "error",
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", 50],
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-return-assign": "error",
      "no-shadow": "error",
      "no-unused-expressions": "error",
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "no-warning-comments": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["static/js/**"],
    languageOptions: { globals: globals.browser },
    rules: { "no-restricted-globals": ["error", ...onlyTheClient] },
  },
  { files: ["benchmarks/page/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["static/js/api.js"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["static/js/{scene,geometry,numbers,steps,store}.js", "static/js/scene/**"],
    rules: { "no-restricted-globals": ["error", ...onlyTheClient, ...noPage] },
  },
  {
    files: ["tests/static/**", "scripts/**", "eslint.config.js"],
    languageOptions: { globals: globals.node },
    rules: { "max-lines-per-function": "off", "no-console": "off" },
  },
];
