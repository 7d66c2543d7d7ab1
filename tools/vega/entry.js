// The interpreter evaluates Vega's expressions without `eval`, which the page's Content-Security-Policy forbids.
import { View, parse } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";

globalThis.vega = { View, compile, expressionInterpreter, parse };
