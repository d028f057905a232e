export function OpportunityPage() {
  return null;
}
