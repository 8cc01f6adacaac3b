namespace LocalitySim.Models;

/// <summary>Is a post in one structure. The same post keeps its number in every structure, and so the same holders, absences and leave.</summary>
/// <param name="Service">The service's index.</param>
/// <param name="Number">The post's number in its service.</param>
/// <param name="Fte">The post's size.</param>
/// <param name="Team">The index of its team among the service's teams.</param>
/// <param name="Locality">The index of the locality that its base belongs to: its managers look after the post.</param>
/// <param name="BaseArea">The index of the area where its base is.</param>
internal sealed record Post(int Service, uint Number, double Fte, int Team, int Locality, int BaseArea);
