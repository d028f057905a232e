export function SimilarAccountsPage() {
  return null;
}
