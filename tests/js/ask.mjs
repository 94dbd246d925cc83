// Asks the endpoint in the first argument the query in the second; prints one line of JSON a solution.
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const [, , endpoint, query] = process.argv;
const solutions = await new SparqlEndpointFetcher().fetchBindings(endpoint, query);
for await (const solution of solutions) {
  console.log(JSON.stringify(Object.fromEntries(Object.entries(solution).map(([name, term]) => [name, term.value]))));
}
