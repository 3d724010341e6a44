/** The document that a node, a range, a selection or a window belongs to. In place of a package that Slate asks for and that says no terms. */
module.exports = function getDocument(of) {
  const node = of.commonAncestorContainer ?? of.anchorNode ?? of;
  return node.nodeType === 9 ? node : (node.ownerDocument ?? node.document);
};
