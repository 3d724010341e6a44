/** Grafana's pages and documents are written in American English, and so is what we tell beside them. */
const BRITISH =
  /\b\w*(organis(?!m)|colour|behaviour|favour|honour|neighbour|catalogue|centre|licence|defence|analyse|recognis|initialis|normalis|minimis|authoris|serialis|summaris|synchronis|customis|optimis(?!t|m)|utilis|artefact|labelled|labelling|modelled|modelling|cancelled|cancelling|travelled|fulfil(?!l)|judgement|grey)\w*/gi;

/** Words of a text that Americans write in another way. */
export const britishWordsIn = (text: string): string[] => text.match(BRITISH) ?? [];
