// Parses the Turtle file in the first argument into an n3.js store and prints its size; asks it the query in the file
// of the second argument, if there is one, and prints each solution as a line of JSON, in the order of its variables.
import { createReadStream, readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql-rdfjs";
import { Store, StreamParser } from "n3";

const [, , graph, query] = process.argv;
const store = new Store();
await new Promise((resolve, reject) => {
  const parsed = createReadStream(graph).on("error", reject).pipe(new StreamParser({ format: "text/turtle" }));
  store.import(parsed.on("error", reject)).on("end", resolve);
});
console.log(store.size);
if (query) {
  const found = await new QueryEngine().query(readFileSync(query, "utf8"), { sources: [store] });
  const { variables } = await found.metadata();
  const names = variables.map(({ value }) => value);
  for await (const row of await found.execute()) console.log(JSON.stringify(names.map((name) => row.get(name)?.value ?? "")));
}
