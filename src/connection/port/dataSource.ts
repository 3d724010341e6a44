export interface DataSource {
  uid: string;
  name: string;
  type: string;
  isDefault: boolean;
}
