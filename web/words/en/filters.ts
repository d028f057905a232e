/** Filters of lists. */
export const filters = {
  add: "Filter",
  title: "Filter by",
  field: "Field",
  is: "is",
  isNot: "is not",
  contains: "contains",
  empty: "is empty",
  notEmpty: "is not empty",
  operator: "Condition",
  import: "Import",
  value: "Value",
  apply: "Apply",
  remove: (text: string) => `Remove the filter ${text}`,
  change: (text: string) => `Change the filter ${text}`,
  yes: "Yes",
  no: "No",
};

export type FiltersWords = typeof filters;
